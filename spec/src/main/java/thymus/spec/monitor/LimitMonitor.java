package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;
import thymus.spec.tree.Variable;

/**
 * Judges a limit after each transaction that carries an occurrence of one of its flows, all occurrences of the
 * transaction counted: windows are over transactions, and in one transaction there is no state between. A lemma about
 * windows is judged in every settled state.
 *
 * <p>Of the endless many lengths that {@code forall duration W} speaks of, few differ: as W grows, a window changes
 * only where it takes in one more past transaction. Between two such lengths every sum is constant, and the shortest
 * and the longest W with that sum are judged; beyond the oldest occurrence the shortest, and 2^64. If windows are
 * {@code last W} itself and the condition is a conjunction of comparisons that are monotone in W between two changes,
 * as with a bucket's {@code capacity + rate * W}, this decides the limit exactly. Otherwise a violation between the two
 * ends can be missed; one that is found is always real.
 */
final class LimitMonitor extends StateMonitor {
    /** Longer than any clock of 64 bits runs; stands for the end of the last piece, which has none. */
    private static final BigInteger LONGEST = BigInteger.TWO.pow(64);

    private final List<Variable> durations;
    private final int statesBack;

    /** Whether it is judged where no flow occurs, too. */
    private final boolean always;

    LimitMonitor(Property.Limit limit) {
        this(limit, limit.durations(), false);
    }

    private LimitMonitor(Property property, List<Variable> durations, boolean always) {
        super(property);
        this.durations = durations;
        this.statesBack = statesBack(property.condition());
        this.always = always;
    }

    static LimitMonitor ofLemma(Property.Invariant lemma) {
        return new LimitMonitor(lemma, lemma.durations(), true);
    }

    @Override
    Judgement judgeInitial(WindowScope initial) {
        return always ? judgeEach(initial, initial) : new Judgement.NotTriggered();
    }

    @Override
    Judgement judge(Transition<BigInteger, Boolean> transition, int occurrences) {
        if (occurrences == 0 && !always) {
            return histories().doubt().<Judgement>map(Judgement.Undecided::new).orElseGet(Judgement.NotTriggered::new);
        }
        Scope<BigInteger, Boolean> after = durations.isEmpty() ? transition.after() : new MemoScope(transition.after());
        return judgeEach(scope(after), after);
    }

    private Judgement judgeEach(Scope<BigInteger, Boolean> scope, Scope<BigInteger, Boolean> state) {
        List<BigInteger> lengths = durations.isEmpty() ? List.of() : lengths(ages(state));
        Tally tally = new Tally();
        judgeEach(scope, 0, lengths, tally);
        return tally.judgement();
    }

    /** Seen from this state, and from the earlier ones in which the condition reads a window. */
    private Set<BigInteger> ages(Scope<BigInteger, Boolean> after) {
        Set<BigInteger> ages = new HashSet<>();
        Scope<BigInteger, Boolean> state = after;
        for (int i = 0; i <= statesBack; i++) {
            ages.addAll(histories().ages(state.context(Expr.Context.Field.TIMESTAMP)));
            state = state.previous();
        }
        return ages;
    }

    /** How many {@code prev} lie around a window at most. */
    private static int statesBack(Expr expr) {
        int deepest =
                expr.parts().stream().mapToInt(LimitMonitor::statesBack).max().orElse(0);
        return switch (expr) {
            case Expr.Previous _ -> deepest + 1;
            case Expr.Windowed _,
                    Expr.At _,
                    Expr.Past _,
                    Expr.Leaf _,
                    Expr.StateRead _,
                    Expr.Quantified _,
                    Expr.Compound _,
                    Expr.SameWithout _ -> deepest;
        };
    }

    private boolean judgeEach(Scope<BigInteger, Boolean> scope, int bound, List<BigInteger> lengths, Tally tally) {
        if (bound == durations.size()) {
            return tally.add(judge(scope));
        }
        for (BigInteger length : lengths) {
            if (!judgeEach(scope.bind(durations.get(bound), length), bound + 1, lengths, tally)) {
                return false;
            }
        }
        return true;
    }

    /** The shortest and the longest length with each sum, ascending. */
    static List<BigInteger> lengths(Set<BigInteger> ages) {
        TreeSet<BigInteger> lengths = new TreeSet<>(List.of(BigInteger.ZERO, LONGEST));
        for (BigInteger age : ages) {
            lengths.add(age);
            lengths.add(age.add(BigInteger.ONE));
        }
        return List.copyOf(lengths);
    }
}
