package thymus.spec.check;

import java.util.Optional;
import thymus.spec.contract.AbiType;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Source;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Walk;

/** {@code same as without c}, which compares the step of a rule's trigger with the same step in another run. */
final class TwoRunsChecker {
    private final ExpressionChecker expressions;

    TwoRunsChecker(ExpressionChecker expressions) {
        this.expressions = expressions;
    }

    PartialValue.Scalar without(InvParser.SameAsWithoutContext context) {
        Span span = expressions.span(context);
        if (expressions.setting != Setting.RULE) {
            throw expressions.source.ruleError(
                    span,
                    "'same as without' compares a step, and there is none in " + expressions.setting,
                    "write a rule: rule n: on attempted(vault.withdraw): same as without "
                            + context.name().getText() + ";");
        }
        String instance = context.name().getText();
        if (!expressions.environment.chains.isEmpty()) {
            throw expressions.source.unsupported(
                    expressions.span(context), "'same as without' in a file with several chains", "specify one chain");
        }
        if (!expressions.environment.instances.containsKey(instance)) {
            throw expressions.source.nameError(
                    expressions.source.span(context.name()),
                    "'" + instance + "' is no deployed contract",
                    advice(instance));
        }
        return PartialValue.Scalar.of(new Expr.SameWithout(instance, span), new AbiType.Bool());
    }

    private String advice(String name) {
        String near = Spelling.suggestion(name, expressions.environment.instances.keySet());
        return near.isEmpty() ? "name a contract that setup deploys" : near;
    }

    /** Refuses what compares anything but the call of the trigger. */
    static void requireCall(Source source, Trigger trigger, Expr condition) {
        trigger.where().flatMap(where -> first(where)).ifPresent(comparison -> {
            throw source.ruleError(
                    comparison.span(),
                    "'same as without' is claimed, and 'where' says what is judged",
                    "write it behind the colon");
        });
        Optional<Expr.SameWithout> found = first(condition);
        if (found.isEmpty()) {
            return;
        }
        Expr.SameWithout comparison = found.get();
        Optional<String> called = called(trigger);
        if (trigger.isInside()) {
            throw source.ruleError(
                    comparison.span(),
                    "'same as without' compares whole steps, and this is judged in the middle of one",
                    "write rule n: on attempted(c.f): …");
        }
        if (called.isEmpty()) {
            throw source.ruleError(
                    comparison.span(),
                    "'same as without' compares a call, and the rule's trigger is an event",
                    "write rule n: on attempted(c.f): … with the function that emits it");
        }
        if (called.get().equals(comparison.contract())) {
            throw source.ruleError(
                    comparison.span(),
                    "the step calls '" + comparison.contract() + "' itself, so that nothing is left without it",
                    "name a contract that is called in turn");
        }
        Walk.all(condition)
                .filter(e -> e instanceof Expr.Temporal && !(e instanceof Expr.SameWithout))
                .filter(e -> first(e).isPresent())
                .findFirst()
                .ifPresent(around -> {
                    throw source.ruleError(
                            around.span(),
                            "'same as without' compares this step, and " + ((Expr.Temporal) around).word()
                                    + "(…) looks at an earlier state",
                            "write it outside of " + ((Expr.Temporal) around).word() + "(…)");
                });
    }

    private static Optional<Expr.SameWithout> first(Expr expr) {
        return Walk.all(expr)
                .filter(Expr.SameWithout.class::isInstance)
                .map(Expr.SameWithout.class::cast)
                .findFirst();
    }

    private static Optional<String> called(Trigger trigger) {
        return switch (trigger) {
            case Trigger.SuccessfulCall call -> Optional.of(call.contract());
            case Trigger.TriedCall call -> Optional.of(call.contract());
            case Trigger.Called _,
                    Trigger.Entered _,
                    Trigger.Emitted _,
                    Trigger.EtherMoved _,
                    Trigger.Departure _,
                    Trigger.InnerCall _ -> Optional.empty();
        };
    }
}
