package thymus.spec.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.syntax.InvParser;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Mark;
import thymus.spec.tree.Property;
import thymus.spec.tree.Type;
import thymus.spec.tree.Variable;
import thymus.spec.tree.Walk;

/** {@code isolate n: offender a when e; others keep {c.f} modulo {c.x[a]};}. */
final class IsolationChecker {
    private final Declarations environment;

    IsolationChecker(Declarations environment) {
        this.environment = environment;
    }

    Property.Isolation property(String name, InvParser.IsolateDeclarationContext context) {
        InvParser.NameContext offenderName = context.name(1);
        Variable offender =
                environment.variable(offenderName.getText(), Type.ADDRESS, Optional.of(new AbiType.Address()));
        ExpressionChecker expressions = QuantifierChecker.bind(
                new ExpressionChecker(environment, Setting.INVARIANT, BoundNames.NONE), offenderName, offender);
        Expr when = expressions.truth(context.expression());
        requireState(when, offender, context.expression());
        List<Mark> marks = context.set().size() < 2
                ? List.of()
                : context.set(1).expression().stream()
                        .map(mark -> new MarkChecker(expressions, offender).mark(mark))
                        .toList();
        return new Property.Isolation(
                name, offender, when, guards(context.set(0), expressions), marks, environment.source.span(context));
    }

    /** Who is isolated is read from a state: no step, no window and no earlier state has a say. */
    private void requireState(Expr when, Variable offender, InvParser.ExpressionContext context) {
        Walk.all(when).filter(e -> e instanceof Expr.Temporal).findFirst().ifPresent(past -> {
            throw environment.source.unsupported(
                    past.span(),
                    "'" + ((Expr.Temporal) past).word() + "' in the condition of an offender",
                    "say how the state shows who is isolated: quarantine.isolated(" + offender.name() + ")");
        });
        Walk.all(when).filter(IsolationChecker::isOfStep).findFirst().ifPresent(word -> {
            throw environment.source.ruleError(
                    word.span(),
                    "the condition of an offender is read in states that later steps look at, and this is a word of "
                            + "one step",
                    "claim who may isolate in an invariant of its own, and say here how the state shows who is "
                            + "isolated");
        });
        boolean isNamed = Walk.all(when)
                .anyMatch(e -> e instanceof Expr.Local local && local.variable().equals(offender));
        if (!isNamed) {
            throw environment.source.ruleError(
                    environment.source.span(context),
                    "the condition does not speak of the offender '" + offender.name() + "', so it would isolate "
                            + "everybody or nobody",
                    "name the account in it: quarantine.isolated(" + offender.name() + ")");
        }
    }

    private static boolean isOfStep(Expr expr) {
        return expr instanceof Expr.Context fact
                && switch (fact.field()) {
                    case SENDER, VALUE, SELECTOR -> true;
                    case TIMESTAMP, BLOCK -> false;
                };
    }

    private List<Property.Isolation.Guard> guards(InvParser.SetContext set, ExpressionChecker expressions) {
        if (set.expression().isEmpty()) {
            throw environment.source.ruleError(
                    environment.source.span(set),
                    "no function is guarded, so nothing would be compared",
                    "name those that an offender must not call: others keep {vault.deposit, vault.withdraw}");
        }
        List<Property.Isolation.Guard> guards = new ArrayList<>();
        for (InvParser.ExpressionContext element : set.expression()) {
            for (Property.Isolation.Guard guard : functions(element, expressions)) {
                if (guards.contains(guard)) {
                    throw environment.source.ruleError(
                            environment.source.span(element), "'" + guard.text() + "' is named twice", "leave one out");
                }
                guards.add(guard);
            }
        }
        return guards;
    }

    /** All overloads that change the state. */
    private List<Property.Isolation.Guard> functions(
            InvParser.ExpressionContext element, ExpressionChecker expressions) {
        Span span = environment.source.span(element);
        if (element instanceof InvParser.CallExpressionContext call) {
            throw environment.source.typeError(
                    span,
                    "the guarded functions are named, not called: others keep them for all arguments",
                    "write " + call.expression().getText());
        }
        Optional<String> instance = element instanceof InvParser.MemberExpressionContext member
                ? new MemberChecker(expressions).instance(member.expression())
                : Optional.empty();
        if (instance.isEmpty()) {
            throw environment.source.nameError(
                    span, "'" + element.getText() + "' is no function of a deployed contract", contractOf(element));
        }
        InvParser.MemberContext member = ((InvParser.MemberExpressionContext) element).member();
        List<FunctionModel> named = new FunctionResolver(expressions)
                .named(instance.get(), member.getText(), environment.source.span(member));
        List<Property.Isolation.Guard> changing = named.stream()
                .filter(f -> f.mutability().changesState())
                .map(f -> new Property.Isolation.Guard(instance.get(), f))
                .toList();
        if (changing.isEmpty()) {
            throw environment.source.ruleError(
                    span, "'" + member.getText() + "' is a view: no transaction that matters calls it", "leave it out");
        }
        return changing;
    }

    /** The contract whose function somebody names without it. */
    private String contractOf(InvParser.ExpressionContext element) {
        return environment.instances.keySet().stream()
                .filter(instance -> environment.model(instance).functions().stream()
                        .anyMatch(f -> f.name().equals(element.getText())))
                .findFirst()
                .map(instance -> "write " + instance + "." + element.getText())
                .orElse("write a contract and its function, such as vault.withdraw");
    }
}
