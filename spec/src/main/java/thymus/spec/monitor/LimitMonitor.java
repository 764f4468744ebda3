package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;
import thymus.spec.tree.Variable;

/**
 * Judges a limit after each transaction that carries an occurrence of one of its flows, all occurrences of the
 * transaction counted: windows are over transactions, and in one transaction there is no state between.
 *
 * <p>Of the endless many lengths that {@code forall duration W} speaks of, few differ: as W grows, a window changes only
 * where it takes in one more past transaction. Between two such lengths every sum is constant, and the shortest and the
 * longest W with that sum are judged; beyond the oldest occurrence the shortest, and the whole time since 1970. Where
 * windows are {@code last W} itself and the rest of the condition is monotone or linear in W between two changes, as a
 * bucket's {@code capacity + rate * W} is, this decides the limit exactly. Otherwise a violation between the two ends
 * can be missed; one that is found is always real.
 */
final class LimitMonitor extends StateMonitor {
    private final List<Variable> durations;

    LimitMonitor(Property.Limit limit) {
        super(limit);
        this.durations = limit.durations();
    }

    @Override
    Judgement judgeInitial(WindowScope initial) {
        return new Judgement.NotTriggered();
    }

    @Override
    Judgement judge(Transition<BigInteger, Boolean> transition, int occurrences) {
        if (occurrences == 0) {
            return new Judgement.NotTriggered();
        }
        Scope<BigInteger, Boolean> after = durations.isEmpty() ? transition.after() : new MemoScope(transition.after());
        BigInteger now = after.context(Expr.Context.Field.TIMESTAMP);
        List<BigInteger> lengths = durations.isEmpty() ? List.of() : lengths(histories().ages(now), now);
        Tally tally = new Tally();
        judgeEach(scope(after), 0, lengths, tally);
        return tally.judgement();
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

    /** @param ages of the past occurrences, each once, ascending */
    static List<BigInteger> lengths(List<BigInteger> ages, BigInteger now) {
        List<BigInteger> lengths = new ArrayList<>();
        lengths.add(BigInteger.ZERO);
        for (BigInteger age : ages) {
            if (age.compareTo(lengths.getLast()) > 0) {
                lengths.add(age);
            }
            lengths.add(age.add(BigInteger.ONE));
        }
        if (now.compareTo(lengths.getLast()) > 0) {
            lengths.add(now);
        }
        return lengths;
    }
}
