package thymus.spec.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import thymus.spec.contract.AbiType;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Type;
import thymus.spec.tree.UnaryOperator;

/** {@code never panics(0x11) in vault} and {@code never asserts}: a rule on every call of the contracts. */
final class NeverChecker {
    private final Declarations environment;

    NeverChecker(Declarations environment) {
        this.environment = environment;
    }

    Property.Rule rule(String name, InvParser.ProhibitionContext context, Span span) {
        List<Trigger.Reason> reasons = new ArrayList<>();
        boolean asserts = context.failure() instanceof InvParser.AssertionFailureContext;
        switch (context.failure()) {
            case InvParser.PanicFailureContext panics ->
                panics.expression().forEach(code -> reasons.add(new ReasonChecker(environment).panic(code)));
            case InvParser.AssertionFailureContext _ -> reasons.add(ReasonChecker.panic(BigInteger.ONE));
            default -> throw new IllegalArgumentException(context.failure().getText());
        }
        if (reasons.isEmpty()) {
            reasons.add(ReasonChecker.anyPanic());
        }
        String text = asserts
                ? "Panic(0x01) or an invalid instruction"
                : reasons.stream().map(Trigger.Reason::text).collect(Collectors.joining(" or "));
        var fails =
                environment.variable("that the step fails with " + text, Type.TRUTH, Optional.of(new AbiType.Bool()));
        Trigger.Called trigger = new Trigger.Called(targets(context), reasons, asserts, fails, span);
        Expr condition = new Expr.Unary(UnaryOperator.NOT, new Expr.Local(fails, span), span);
        return new Property.Rule(name, trigger, condition, span);
    }

    /** Those that the file names, or all. */
    private List<Trigger.Called.Target> targets(InvParser.ProhibitionContext context) {
        List<InvParser.NameContext> named = context.name();
        List<String> instances = named.isEmpty()
                ? List.copyOf(environment.instances.keySet())
                : named.stream().map(this::instance).toList();
        if (instances.isEmpty()) {
            throw environment.source.ruleError(
                    environment.source.span(context), "no contract is deployed", "deploy one in setup");
        }
        return instances.stream()
                .distinct()
                .map(instance -> new Trigger.Called.Target(
                        instance,
                        environment.model(instance).functions().stream()
                                .filter(f -> !f.mutability().changesState())
                                .toList()))
                .toList();
    }

    private String instance(InvParser.NameContext name) {
        String instance = name.getText();
        if (environment.instances.containsKey(instance)) {
            return instance;
        }
        Span span = environment.source.span(name);
        if (environment.actors.contains(instance)) {
            throw environment.source.nameError(
                    span, "'" + instance + "' is an actor, and only contracts panic", "name a deployed contract");
        }
        for (var deployed : environment.instances.entrySet()) {
            if (deployed.getValue().equals(instance)) {
                throw environment.source.nameError(
                        span,
                        "'" + instance + "' is a contract type, not a deployed contract",
                        "the deployed contract is '" + deployed.getKey() + "'");
            }
        }
        throw environment.source.nameError(
                span,
                "unknown contract instance '" + instance + "'",
                Spelling.suggestion(instance, environment.instances.keySet()));
    }
}
