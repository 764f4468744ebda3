package thymus.fuzz.generate;

import thymus.fuzz.random.SplitRandom;

/**
 * Which calls are drawn how often.
 *
 * @param learned from what succeeded
 * @param flat as if nothing were known
 * @param stubborn those that hardly ever succeed, or again {@code flat}
 */
public record CallDistribution(CallWeights learned, CallWeights flat, CallWeights stubborn) {
    private static final int FLAT_IN = 4;

    public static CallDistribution of(Universe universe, CallCounts counts) {
        CallWeights flat = CallWeights.flat(universe);
        return new CallDistribution(
                CallWeights.from(universe, counts),
                flat,
                CallWeights.ofStubborn(universe, counts).orElse(flat));
    }

    /** As before anything was learned. */
    public static CallDistribution flat(Universe universe) {
        CallWeights flat = CallWeights.flat(universe);
        return new CallDistribution(flat, flat, flat);
    }

    CallWeights usual(SplitRandom random) {
        return random.chance(1, FLAT_IN) ? flat : learned;
    }

    /** For a state that nobody was in before, where what failed until now may succeed. */
    CallWeights inNewState(SplitRandom random) {
        return random.chance(1, 2) ? stubborn : flat;
    }
}
