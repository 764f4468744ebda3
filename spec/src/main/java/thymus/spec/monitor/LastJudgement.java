package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Walk;

/**
 * Judges a condition anew only where something that it reads has changed since it was judged last. Most transactions leave
 * most of what properties speak of as it was, and comparing it costs less than computing with it.
 */
final class LastJudgement {
    private final List<Expr> reads = new ArrayList<>();
    private final boolean simple;
    private List<BigInteger> values = List.of();
    private Judgement judgement = new Judgement.NotTriggered();

    LastJudgement(Expr condition) {
        simple = collect(condition);
    }

    /** @return whether all that the condition reads is found: nothing of it is bound within, or of another state */
    private boolean collect(Expr expr) {
        return switch (expr) {
            case Expr.ViewCall e -> add(e);
            case Expr.StorageRead e -> add(e);
            case Expr.MappingSum e -> add(e);
            case Expr.Windowed e -> add(e);
            case Expr.Context e -> add(e);
            case Expr.EtherBalance e -> add(e);
            case Expr.Local ignored -> false;
            case Expr.ForAll ignored -> false;
            case Expr.Previous ignored -> false;
            case Expr.Can ignored -> false;
            case Expr.Ghost ignored -> false;
            default -> Walk.children(expr).stream().allMatch(this::collect);
        };
    }

    private boolean add(Expr expr) {
        reads.add(expr);
        // What it needs itself, such as the key of a mapping, is read with it, unless somebody has bound it.
        return Walk.all(expr).noneMatch(e -> e instanceof Expr.Local || e instanceof Expr.Previous);
    }


    Judgement judge(Scope<BigInteger, Boolean> state, Supplier<Judgement> afresh) {
        if (!simple || reads.isEmpty()) {
            return afresh.get();
        }
        List<BigInteger> now = read(state);
        if (now.isEmpty() || !now.equals(values)) {
            judgement = afresh.get();
            values = now;
        }
        return judgement;
    }

    /** Empty if something does not exist: the condition may not need it. */
    private List<BigInteger> read(Scope<BigInteger, Boolean> state) {
        try {
            List<BigInteger> now = new ArrayList<>(reads.size());
            for (Expr read : reads) {
                now.add(Evaluator.integer(read, state));
            }
            return now;
        } catch (UndefinedValue e) {
            return List.of();
        }
    }
}
