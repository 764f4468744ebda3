package thymus.ci.report;

import java.util.List;
import thymus.ci.verdict.RenderedStep;

/**
 * How often a transaction, or a pair of them, is repeated: a thousand equal lines are unreadable.
 *
 * @param period 2 for pairs
 */
record Repeats(int period, int times) {
    private static final int FEWEST = 8;
    private static final int LONGEST_PERIOD = 2;

    static Repeats at(List<List<RenderedStep>> transactions, int from) {
        for (int period = 1; period <= LONGEST_PERIOD; period++) {
            int to = from + period;
            while (to < transactions.size() && isSame(transactions.get(to), transactions.get(to - period))) {
                to++;
            }
            int times = (to - from) / period;
            if (times >= FEWEST) {
                return new Repeats(period, times);
            }
        }
        return new Repeats(1, 1);
    }

    /** Their changes may differ, because a counter counts on. */
    private static boolean isSame(List<RenderedStep> left, List<RenderedStep> right) {
        boolean same = left.size() == right.size();
        for (int i = 0; same && i < left.size(); i++) {
            same = unchanging(left.get(i)).equals(unchanging(right.get(i)));
        }
        return same;
    }

    private static RenderedStep unchanging(RenderedStep step) {
        return new RenderedStep(
                step.entry(), step.advance(), step.sender(), step.call(), step.outcome(), step.callbacks(), List.of());
    }
}
