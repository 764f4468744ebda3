package thymus.spec.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.spec.Adversary;
import thymus.spec.ScriptedCall.Senders;
import thymus.spec.contract.FunctionModel;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.PropertyTexts;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;

/** Checks who makes a call of an {@code action} or a {@code try}. */
final class SenderChecker {
    private final ExpressionChecker expressions;
    private final Adversary adversary;
    private final Map<String, SharedChoice> shared;
    private final ChoiceChecker choices;

    SenderChecker(
            ExpressionChecker expressions,
            Adversary adversary,
            Map<String, SharedChoice> shared,
            ChoiceChecker choices) {
        this.expressions = expressions;
        this.adversary = adversary;
        this.shared = shared;
        this.choices = choices;
    }

    Senders senders(List<InvParser.MoveOptionContext> options, Span call, boolean isSeed) {
        List<InvParser.MoveSenderContext> given = options.stream()
                .filter(InvParser.MoveSenderContext.class::isInstance)
                .map(InvParser.MoveSenderContext.class::cast)
                .toList();
        if (given.size() > 1) {
            throw expressions.source.ruleError(expressions.source.span(given.get(1)), "'from' is given twice", "");
        }
        List<String> actors = expressions.environment.actors;
        if (given.isEmpty() && isSeed && actors.size() != 1) {
            throw expressions.source.ruleError(
                    call, "this call has no sender", "say which actor sends it: … from alice;");
        }
        if (given.isEmpty()) {
            return isSeed ? new Senders(actors, Optional.empty()) : Senders.ANYONE;
        }
        InvParser.ChoiceContext choice = given.getFirst().choice();
        SharedChoice value = shared.get(choice.getText());
        if (value != null) {
            choices.use(value.name());
            return shared(value, choice);
        }
        return switch (choice) {
            case InvParser.GivenChoiceContext c when c.getText().equals("_") && !isSeed -> Senders.ANYONE;
            case InvParser.GivenChoiceContext c -> new Senders(List.of(actor(c.expression())), Optional.empty());
            case InvParser.ListedChoiceContext c
            when !isSeed && !c.set().expression().isEmpty() -> {
                List<String> all = new ArrayList<>();
                c.set().expression().forEach(e -> all.add(actor(e)));
                yield new Senders(all, Optional.empty());
            }
            default ->
                throw expressions.source.ruleError(
                        expressions.source.span(choice),
                        "'" + PropertyTexts.text(choice) + "' is not an actor, and only actors send transactions",
                        isSeed ? "write from and one actor" : "write from alice, or from {alice, bob}");
        };
    }

    private Senders shared(SharedChoice value, InvParser.ChoiceContext choice) {
        if (value.range().isPresent()) {
            throw expressions.source.ruleError(
                    expressions.source.span(choice),
                    "'" + value.name() + "' is a number, and only actors send transactions",
                    "list them: " + value.name() + " in {alice, bob};");
        }
        return new Senders(value.values().stream().map(this::actor).toList(), Optional.of(value.name()));
    }

    private String actor(InvParser.ExpressionContext context) {
        return actor(new CallChecker(expressions).value(context));
    }

    private String actor(PartialValue value) {
        if (value instanceof PartialValue.Scalar scalar
                && scalar.expr() instanceof Expr.Account account
                && expressions.environment.actors.contains(account.name())) {
            return account.name();
        }
        throw expressions.source.ruleError(
                value.span(),
                "this is not an actor, and only actors send transactions",
                expressions.setting == Setting.TRY
                        ? "write from and an actor"
                        : "write from and an actor; leave it out for anyone");
    }

    /** @throws thymus.spec.RuleError if the adversary is nobody of them there */
    void requireTo(Senders senders, String instance, FunctionModel function, Span span) {
        for (String actor : senders.actors()) {
            for (Adversary.Trust trust : adversary.trusted()) {
                boolean isWhole = trust.functions().isEmpty();
                if (trust.actor().equals(actor)
                        && (isWhole
                                || trust.functions().stream()
                                        .anyMatch(e -> MoveChecker.covers(e, instance, function)))) {
                    throw expressions.source.ruleError(
                            span,
                            "adversary trusts " + actor
                                    + (isWhole
                                            ? ", who sends no transaction"
                                            : " for " + instance + "." + function.name() + ", and so " + actor
                                                    + " does not call it"),
                            "name another sender, or trust " + actor + " with less");
                }
            }
        }
    }
}
