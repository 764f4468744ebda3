package thymus.spec.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import thymus.spec.Adversary;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.PropertyTexts;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.Span;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Variable;

/**
 * {@code by keeper with c.f(x), …} of a deadline. The keeper acts with one of these calls when it succeeds, and when it
 * fails although a call with all gas and without ether would have failed too: whoever is locked out has tried.
 */
final class KeeperChecker {
    private final Declarations environment;

    KeeperChecker(Declarations environment) {
        this.environment = environment;
    }

    /** @param calls as the file writes them */
    record Keeper(String name, String calls, List<Trigger> acts) {}

    Keeper keeper(InvParser.ExpressionContext actor, List<InvParser.ExpressionContext> calls) {
        String name = name(actor);
        Span span = environment.source.span(actor);
        if (calls.isEmpty()) {
            throw environment.source.ruleError(
                    span,
                    "it is not said what " + name + " does",
                    "name the calls that " + name + " is assumed to make: by " + name + " with vault.trip()");
        }
        List<Trigger> acts = new ArrayList<>();
        calls.forEach(call -> acts.addAll(acts(name, span, call)));
        String texts = calls.stream().map(PropertyTexts::text).collect(Collectors.joining(" or "));
        return new Keeper(name, texts, acts);
    }

    private String name(InvParser.ExpressionContext context) {
        String name = context.getText();
        Span span = environment.source.span(context);
        if (environment.actors.contains(name)) {
            return name;
        }
        if (context instanceof InvParser.CallExpressionContext) {
            throw environment.source.ruleError(
                    span,
                    "after 'by' comes who acts, then what he calls",
                    "write by keeper with " + PropertyTexts.text(context));
        }
        if (environment.instances.containsKey(name)) {
            throw environment.source.nameError(
                    span, "'" + name + "' is a contract, which acts only when it is called", "name an actor");
        }
        throw environment.source.nameError(
                span,
                "unknown actor '" + name + "'",
                Spelling.nearest(name, environment.actors)
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("'by' names an actor: declare it with actor " + name + ";"));
    }

    private List<Trigger> acts(String name, Span actor, InvParser.ExpressionContext context) {
        Span span = environment.source.span(context);
        ExpressionChecker constants = new ExpressionChecker(environment, Setting.PATTERN, BoundNames.NONE);
        withContract(context).ifPresent(call -> {
            throw environment.source.ruleError(span, "the contract is missing", "write " + call);
        });
        if (!(context instanceof InvParser.CallExpressionContext call)
                || !(call.expression() instanceof InvParser.MemberExpressionContext)) {
            throw environment.source.ruleError(
                    span, "that is no call", "write it with its arguments, as in by " + name + " with vault.trip()");
        }
        Expr sender = new Expr.Account(name, actor);
        Expr.Can can = new CallChecker(constants).can(sender, call, span);
        FunctionModel function = can.function();
        if (!function.mutability().changesState()) {
            throw environment.source.ruleError(
                    span, "'" + function.name() + "' is a view: nothing is done by calling it", "name another call");
        }
        if (!function.inputs().stream().allMatch(input -> input.type().isWord())) {
            throw environment.source.unsupported(
                    span,
                    "'with' a call whose arguments are not all of one word",
                    "give the contract a function without them");
        }
        refuseTrusted(name, actor, can);
        List<Trigger.Binding> bindings = new ArrayList<>();
        Expr where =
                new Expr.Binary(BinaryOperator.EQUAL, new Expr.Context(Expr.Context.Field.SENDER, span), sender, span);
        for (int i = 0; i < can.arguments().size(); i++) {
            AbiType type = function.inputs().get(i).type();
            Variable word = environment.variable("argument " + (i + 1), Types.of(type), Optional.of(type));
            bindings.add(new Trigger.Binding(word, i));
            where = Exprs.and(
                    where,
                    new Expr.Binary(
                            BinaryOperator.EQUAL,
                            new Expr.Local(word, span),
                            can.arguments().get(i),
                            span));
        }
        Expr refused = Exprs.and(where, Exprs.not(new Expr.Previous(can, span)));
        return List.of(
                new Trigger.SuccessfulCall(can.contract(), function, bindings, List.of(), Optional.of(where), span),
                new Trigger.TriedCall(
                        can.contract(), function, true, Optional.empty(), bindings, Optional.of(refused), span));
    }

    /** A call without its contract, and with one that has the function. */
    private Optional<String> withContract(InvParser.ExpressionContext context) {
        if (!(context instanceof InvParser.CallExpressionContext call)
                || !(call.expression() instanceof InvParser.NameExpressionContext)) {
            return Optional.empty();
        }
        String name = call.expression().getText();
        return environment.instances.keySet().stream()
                .filter(c -> environment.model(c).functions().stream()
                        .anyMatch(f -> f.name().equals(name)))
                .findFirst()
                .map(contract -> contract + "." + context.getText());
    }

    /** Whom the file excludes does not act. */
    private void refuseTrusted(String name, Span span, Expr.Can can) {
        Adversary adversary = environment.adversary.orElseThrow();
        boolean never = adversary.trusted().stream()
                .filter(trust -> trust.actor().equals(name))
                .anyMatch(trust -> trust.functions().isEmpty() || excludes(trust.functions(), can));
        if (never || excludes(adversary.excluded(), can)) {
            throw environment.source.ruleError(
                    span,
                    "adversary says that " + name + " never calls " + can.contract() + "."
                            + can.function().name(),
                    "let " + name + " call it: leave it out of 'trusts' and 'excludes'");
        }
    }

    private static boolean excludes(List<Adversary.Exclusion> exclusions, Expr.Can can) {
        return exclusions.stream()
                .anyMatch(
                        e -> e.instance().equals(can.contract()) && e.function().equals(can.function()));
    }
}
