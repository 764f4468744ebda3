package thymus.spec.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.PropertyTexts;
import thymus.spec.text.Span;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Occasion;
import thymus.spec.tree.Property;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Walk;

/**
 * {@code benign { … }} says what steps are benign, and {@code never_trips n: e} that e is never true on a trace of
 * benign steps.
 */
final class BenignChecker {
    private final Declarations environment;

    BenignChecker(Declarations environment) {
        this.environment = environment;
    }

    /**
     * What makes a step benign.
     *
     * @param steps true of the settled state that a benign step led to, as far as a proof may assume it: no windows
     * @param rates the conditions with windows, which are true of it as well
     * @param texts the clauses as the file writes them
     */
    record Envelope(List<Expr> steps, List<Expr> rates, List<String> texts) {}

    void envelope(InvParser.BenignDeclarationContext context) {
        Span span = environment.source.span(context.getStart());
        List<Trigger> calls = new ArrayList<>();
        List<String> callTexts = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        List<Expr> steps = new ArrayList<>();
        List<Expr> rates = new ArrayList<>();
        for (InvParser.BenignClauseContext clause : context.benignClause()) {
            switch (clause) {
                case InvParser.BenignCallContext c -> {
                    calls.add(call(c));
                    callTexts.add(text(c));
                }
                case InvParser.BenignAdvanceContext c -> {
                    steps.addAll(advance(c));
                    texts.add("between two steps " + text(c));
                }
                case InvParser.BenignConditionContext c -> {
                    Expr condition = condition(c);
                    boolean isRate = Walk.all(condition).anyMatch(Expr.Windowed.class::isInstance);
                    (isRate ? rates : steps).add(condition);
                    texts.add("after each step " + text(c));
                }
                default -> throw new IllegalArgumentException(clause.getText());
            }
        }
        if (context.benignClause().isEmpty()) {
            throw environment.source.ruleError(
                    span,
                    "a benign block without conditions calls every step benign",
                    "say what happens: call vault.deposit(amount) where amount <= 100e18; or count(out, last 1 hours)"
                            + " <= 10;");
        }
        if (!calls.isEmpty()) {
            steps.addFirst(new Expr.Matched(calls, true, "a benign call", span));
            texts.addFirst("every step is a " + String.join(" or ", callTexts));
        }
        environment.benign = Optional.of(new Envelope(steps, rates, texts));
    }

    private static String text(InvParser.BenignClauseContext clause) {
        String text = PropertyTexts.text(clause);
        return text.substring(0, text.length() - 1).strip();
    }

    /** A step that makes the call, whatever comes of it. */
    private Trigger call(InvParser.BenignCallContext context) {
        if (Set.of("ok", "reverted", "attempted")
                        .contains(context.occurrence().member().getText())
                && context.occurrence().name().isEmpty()) {
            throw environment.source.ruleError(
                    environment.source.span(context.occurrence()),
                    "a call is benign whether it succeeds or fails",
                    "name the call alone: call vault.withdraw(amount)");
        }
        Trigger trigger = new TriggerChecker(environment, Setting.RULE)
                .attempted(
                        context.occurrence(),
                        Optional.ofNullable(context.sender),
                        Optional.ofNullable(context.condition),
                        environment.source.span(context));
        trigger.where().ifPresent(this::refuseHistory);
        return trigger;
    }

    private void refuseHistory(Expr where) {
        Walk.all(where)
                .filter(e -> e instanceof Expr.Past || e instanceof Expr.Windowed)
                .map(Expr.Temporal.class::cast)
                .findFirst()
                .ifPresent(e -> {
                    throw environment.source.ruleError(
                            e.span(),
                            "'" + e.word() + "' has no meaning in the condition of one call",
                            "give it a line of its own in benign: it is judged after each step");
                });
    }

    private List<Expr> advance(InvParser.BenignAdvanceContext context) {
        ExpressionChecker expressions = new ExpressionChecker(environment, Setting.INVARIANT, BoundNames.NONE);
        BigInteger least = new ConstantChecker(expressions).natural(context.expression(0), "a time advance");
        BigInteger most = new ConstantChecker(expressions).natural(context.expression(1), "a time advance");
        Span span = environment.source.span(context);
        if (least.compareTo(most) > 0) {
            throw environment.source.ruleError(span, "the range " + least + " .. " + most + " is empty", "");
        }
        Expr gap = new Expr.Previous(new Expr.Elapsed(new Occasion.Settling(), span), span);
        return List.of(
                new Expr.Binary(BinaryOperator.LESS_OR_EQUAL, Exprs.integer(least, span), gap, span),
                new Expr.Binary(BinaryOperator.LESS_OR_EQUAL, gap, Exprs.integer(most, span), span));
    }

    private Expr condition(InvParser.BenignConditionContext context) {
        ExpressionChecker expressions = new ExpressionChecker(environment, Setting.INVARIANT, BoundNames.NONE);
        if (context.expression() instanceof InvParser.CallExpressionContext call
                && call.expression() instanceof InvParser.MemberExpressionContext member
                && isFunctionThatChanges(member)) {
            throw environment.source.ruleError(
                    environment.source.span(context.expression()),
                    "a benign call is written with the word before it",
                    "write call " + PropertyTexts.text(context.expression()) + ";");
        }
        return expressions.truth(context.expression());
    }

    private boolean isFunctionThatChanges(InvParser.MemberExpressionContext member) {
        String instance = member.expression().getText();
        return environment.instances.containsKey(instance)
                && environment.model(instance).functions().stream()
                        .anyMatch(f -> f.name().equals(member.member().getText())
                                && f.mutability().changesState());
    }

    /** It holds in every state that benign steps alone have led to. */
    Property.Invariant property(String name, InvParser.NeverTripsDeclarationContext context) {
        Span span = environment.source.span(context);
        Envelope envelope = environment.benign.orElseThrow(() -> environment.source.ruleError(
                span,
                "no 'benign' says on which traces '" + name + "' never trips",
                "write benign { call vault.deposit(amount) where amount <= 100e18; }, or an invariant for all traces"));
        ExpressionChecker expressions = new ExpressionChecker(environment, Setting.INVARIANT, BoundNames.NONE);
        new PastChecker(expressions).refuseEvent(context.expression());
        Expr trips = expressions.truth(context.expression());
        Expr all = calm(Stream.concat(envelope.steps().stream(), envelope.rates().stream()), trips, span);
        Expr provable = calm(envelope.steps().stream(), trips, span);
        return new Property.Invariant(
                name, all, span, "never_trips", Optional.empty(), envelope.texts(), Optional.of(provable), List.of());
    }

    /**
     * What holds in every settled state. It says something where benign steps alone have led; of the state after setup
     * it says no less, but a state to which nobody has done anything makes no property worth having.
     */
    private static Expr calm(Stream<Expr> conditions, Expr trips, Span span) {
        Expr benign = Exprs.not(strayed(conditions, span));
        boolean isPlain = Walk.all(trips).noneMatch(Expr.ForAll.class::isInstance);
        Expr premise = isPlain ? Exprs.and(benign, Exprs.or(Exprs.not(atSetup(span)), trips)) : benign;
        return new Expr.Binary(BinaryOperator.IMPLIES, premise, Exprs.not(trips), span);
    }

    private static Expr atSetup(Span span) {
        return new Expr.Matched(List.of(), true, "after setup", span);
    }

    /** Some step was not benign; no step led to the state after setup. */
    private static Expr strayed(Stream<Expr> conditions, Span span) {
        Expr benign = conditions.reduce(Exprs::and).orElse(new Expr.TruthLiteral(true, span));
        return new Expr.Once(Exprs.not(Exprs.or(atSetup(span), benign)), span);
    }
}
