package thymus.spec.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import thymus.spec.Action;
import thymus.spec.Guidance;
import thymus.spec.ScriptedCall;
import thymus.spec.Seed;
import thymus.spec.syntax.InvParser;
import thymus.spec.text.NumberText;
import thymus.spec.text.Span;

/** Checks {@code action} and {@code try}. */
final class GuidanceChecker {
    private static final BigInteger MOST_WEIGHT = BigInteger.valueOf(1_000_000);
    /** The length of the fuzzer's sequences. */
    private static final int MOST_CALLS = 32;

    private static final int LONGEST_SEED = 1_000;

    private final Declarations environment;
    private final BigInteger startTime;
    private final List<Action> actions = new ArrayList<>();
    private final List<Seed> seeds = new ArrayList<>();

    GuidanceChecker(Declarations environment, BigInteger startTime) {
        this.environment = environment;
        this.startTime = startTime;
    }

    Guidance guidance() {
        return new Guidance(actions, seeds);
    }

    void action(InvParser.ActionDeclarationContext context) {
        String name = context.name().getText();
        environment.declare(name, environment.source.span(context.name()));
        int weight = context.expression() == null ? 1 : weight(context.expression());
        MoveChecker moves = new MoveChecker(environment, Setting.ACTION);
        moves.read(context.move());
        Span span = environment.source.span(context.name());
        require(moves.calls(), MOST_CALLS, span, "an action", name);
        moves.requireUses();
        actions.add(new Action(name, weight, moves.shared(), moves.calls(), span));
    }

    private int weight(InvParser.ExpressionContext context) {
        ExpressionChecker expressions = new ExpressionChecker(environment, Setting.ACTION, BoundNames.NONE);
        BigInteger weight = new ConstantChecker(expressions).word(context, "a weight");
        if (weight.signum() == 0) {
            throw environment.source.ruleError(
                    environment.source.span(context),
                    "an action of weight 0 is never drawn",
                    "remove it; to take a call away, in proofs too, write excludes in adversary");
        }
        if (weight.signum() < 0 || weight.compareTo(MOST_WEIGHT) > 0) {
            throw environment.source.ruleError(
                    environment.source.span(context),
                    "a weight is a number from 1 to " + NumberText.digits(MOST_WEIGHT),
                    "an action of weight 2 is drawn twice as often as one of weight 1");
        }
        return weight.intValueExact();
    }

    void seed(InvParser.TryDeclarationContext context) {
        MoveChecker moves = new MoveChecker(environment, Setting.TRY);
        moves.read(context.move());
        Span span = environment.source.span(context.getStart());
        require(moves.calls(), LONGEST_SEED, span, "a try", "");
        requireTime(moves.calls());
        seeds.add(new Seed(moves.calls(), span));
    }

    private void require(List<ScriptedCall> calls, int most, Span span, String what, String name) {
        if (calls.isEmpty()) {
            throw environment.source.ruleError(
                    span,
                    what + " has at least one call",
                    name.isEmpty()
                            ? "write try { vault.deposit(5) from alice; }"
                            : "write action " + name + " { vault.deposit(1 .. 100); }");
        }
        if (calls.size() > most) {
            throw environment.source.ruleError(
                    span, what + " has at most " + NumberText.count(most, "call"), "leave calls out");
        }
    }

    /** The clock of a fork is not known here. */
    private void requireTime(List<ScriptedCall> calls) {
        BigInteger now = startTime;
        for (ScriptedCall call : calls) {
            now = now.add(call.pause().orElseThrow().least());
            BigInteger at = now;
            environment
                    .adversary
                    .flatMap(a -> a.until())
                    .filter(end -> at.compareTo(end) >= 0)
                    .ifPresent(end -> {
                        if (environment.fork.isEmpty()) {
                            throw environment.source.ruleError(
                                    call.span(),
                                    "adversary ends time at " + end + ", and this call comes at " + at,
                                    "let less time pass before it");
                        }
                    });
        }
    }
}
