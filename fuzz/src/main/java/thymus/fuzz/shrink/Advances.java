package thymus.fuzz.shrink;

import java.math.BigInteger;
import java.util.List;
import thymus.system.execution.Step;

/** Minimizes the time and the number of blocks before each step. */
final class Advances {
    private static final long[] UNITS = {86_400, 3_600, 60};
    /** The number of seconds by which an advance may exceed the necessary one to become a whole minute, hour or day. */
    private static final long SLACK = 2;

    private Advances() {}

    static void run(Attempts attempts) {
        for (List<Integer> index : Runs.groups(attempts.best())) {
            agree(attempts, index);
            long floor = attempts.rules().minimumAdvance();
            Step step = attempts.best().get(index.getFirst());
            if (step.seconds() > floor && !attempts.attemptInPlace(waiting(attempts, index, floor))) {
                NumberSearch.least(
                        BigInteger.valueOf(step.seconds()),
                        BigInteger.valueOf(floor),
                        v -> attempts.attemptInPlace(waiting(attempts, index, v.longValueExact())));
                roundUp(attempts, index);
            }
            long blocks = attempts.best().get(index.getFirst()).blocks();
            long fewest = attempts.best().get(index.getFirst()).seconds() > 0 ? 1 : 0;
            if (blocks > fewest && !attempts.attemptInPlace(mining(attempts, index, fewest))) {
                NumberSearch.least(
                        BigInteger.valueOf(blocks),
                        BigInteger.valueOf(fewest),
                        v -> attempts.attemptInPlace(mining(attempts, index, v.longValueExact())));
            }
        }
    }

    /** Clocks of chains that agree are plainest. */
    private static void agree(Attempts attempts, List<Integer> index) {
        long ahead = attempts.best().get(index.getFirst()).ahead();
        if (ahead != 0 && !attempts.attemptInPlace(attempts.with(index, s -> s.ahead(0)))) {
            NumberSearch.least(
                    BigInteger.valueOf(Math.abs(ahead)),
                    BigInteger.ZERO,
                    v -> attempts.attemptInPlace(
                            attempts.with(index, s -> s.ahead(Long.signum(ahead) * v.longValueExact()))));
        }
    }

    private static void roundUp(Attempts attempts, List<Integer> index) {
        long seconds = attempts.best().get(index.getFirst()).seconds();
        for (long unit : UNITS) {
            long rounded = Math.ceilDiv(seconds, unit) * unit;
            if (rounded > seconds
                    && rounded - seconds <= SLACK
                    && attempts.attemptInPlace(waiting(attempts, index, rounded))) {
                return;
            }
        }
    }

    private static List<Step> waiting(Attempts attempts, List<Integer> index, long seconds) {
        // The clock cannot advance within a block, so an advance needs a new block.
        return attempts.with(index, s -> Steps.after(s, seconds, seconds > 0 ? Math.max(1, s.blocks()) : s.blocks()));
    }

    private static List<Step> mining(Attempts attempts, List<Integer> index, long blocks) {
        return attempts.with(index, s -> Steps.after(s, s.seconds(), blocks));
    }
}
