package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Type;
import thymus.spec.tree.Walk;

/**
 * Judges a condition anew only where something that it reads has changed since it was judged last. Most transactions
 * leave most of what properties speak of as it was, and comparing it costs less than computing with it.
 */
final class LastJudgement {
    private final List<Expr> reads = new ArrayList<>();
    private final boolean simple;
    private final Function<WindowScope, Judgement> judge;
    private final BigInteger[] values;
    /** For each of the reads, whether it has a distance beside its value. */
    private final boolean[] measured;

    private final List<Optional<BigInteger>> distances;
    private boolean known;
    private Judgement judgement = new Judgement.NotTriggered();

    /** @param judge judges the condition anew */
    LastJudgement(Expr condition, Function<WindowScope, Judgement> judge) {
        this.judge = judge;
        simple = collect(condition);
        values = new BigInteger[reads.size()];
        measured = new boolean[reads.size()];
        for (int i = 0; i < measured.length; i++) {
            measured[i] = reads.get(i) instanceof Expr.ViewCall call && call.type() == Type.TRUTH;
        }
        distances = new ArrayList<>(Collections.nCopies(reads.size(), Optional.empty()));
    }

    /** @return whether all that the condition reads is found: nothing of it is bound within, or of another state */
    private boolean collect(Expr expr) {
        return switch (expr) {
            case Expr.Can _ -> false; // asking costs as much as judging
            case Expr.StateRead e -> add(e);
            case Expr.Windowed e -> add(e);
            case Expr.Context e -> add(e);
            case Expr.Constant _ -> true;
            case Expr.Compound e -> e.parts().stream().allMatch(this::collect);
            case Expr.Local _, Expr.Ghost _, Expr.Temporal _, Expr.Quantified _ -> false;
        };
    }

    private boolean add(Expr expr) {
        reads.add(expr);
        // What it needs itself, such as the key of a mapping, is read with it, unless somebody has bound it.
        return Walk.all(expr)
                .noneMatch(e -> e instanceof Expr.Local || e instanceof Expr.Previous || e instanceof Expr.Past);
    }

    Judgement judge(WindowScope state) {
        if (!simple || reads.isEmpty()) {
            return judge.apply(state);
        }
        if (!isUnchanged(state)) {
            // Until there is a judgement of them, the values are worth nothing.
            boolean complete = known;
            known = false;
            judgement = judge.apply(state);
            known = complete;
        }
        return judgement;
    }

    /** Reads everything anew. */
    private boolean isUnchanged(Scope<BigInteger, Boolean> state) {
        boolean same = known;
        known = true;
        try {
            for (int i = 0; i < values.length; i++) {
                BigInteger now = Evaluator.integer(reads.get(i), state);
                same = same && now.equals(values[i]);
                values[i] = now;
                if (measured[i]) {
                    Optional<BigInteger> distance = Evaluator.distance((Expr.ViewCall) reads.get(i), state);
                    same = same && distance.equals(distances.get(i));
                    distances.set(i, distance);
                }
            }
            return same;
        } catch (UndefinedValue e) {
            // The condition may not need it.
            known = false;
            return false;
        }
    }
}
