package thymus.fuzz.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How often a campaign has asked for each block. A block that was asked for too often in vain may be out of reach. */
final class GoalAttempts {
    /** The attempts at the beginning of a campaign. Each time that the transactions double, there is another one. */
    private static final int FIRST = 8;

    private static final int SHIFT = 14;
    /** The weight of a side that the state decides, whatever the arguments are: another state seldom turns it. */
    private static final int DECIDED = 3;

    private final BlockGoals blocks;
    /** By the feature of the block. */
    private final Map<Integer, Integer> attempts = new HashMap<>();

    GoalAttempts(BlockGoals blocks) {
        this.blocks = blocks;
    }

    /** How many attempts a block may have by now. */
    static int limit(long transactions) {
        return FIRST + (Long.SIZE - Long.numberOfLeadingZeros(transactions >>> SHIFT));
    }

    int of(int feature) {
        return attempts.getOrDefault(feature, 0);
    }

    /**
     * Counts one question.
     *
     * @param sides those beside the sequence of the question
     * @param asked the features of the blocks that the solver wanted to know about; the state decides the other sides
     */
    void count(List<BlockGoals.Side> sides, Set<Integer> asked) {
        sides.stream()
                .map(side -> blocks.feature(side.code(), side.pc()))
                .distinct()
                .forEach(feature -> attempts.merge(feature, asked.contains(feature) ? 1 : DECIDED, Integer::sum));
    }
}
