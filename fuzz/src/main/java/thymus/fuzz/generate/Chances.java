package thymus.fuzz.generate;

import thymus.fuzz.random.SplitRandom;

/**
 * Which calls are drawn how often.
 *
 * @param learned from what succeeded
 * @param flat as if nothing were known
 * @param stubborn those that hardly ever succeed, or again {@code flat}
 */
public record Chances(Odds learned, Odds flat, Odds stubborn) {
    private static final int FLAT_IN = 4;

    public static Chances of(Universe universe, CallCounts counts) {
        Odds flat = Odds.flat(universe);
        return new Chances(
                Odds.from(universe, counts),
                flat,
                Odds.ofStubborn(universe, counts).orElse(flat));
    }

    /** As before anything was learned. */
    public static Chances flat(Universe universe) {
        Odds flat = Odds.flat(universe);
        return new Chances(flat, flat, flat);
    }

    Odds usual(SplitRandom random) {
        return random.chance(1, FLAT_IN) ? flat : learned;
    }

    /** For a state that nobody was in before, where what failed until now may succeed. */
    Odds inNewState(SplitRandom random) {
        return random.chance(1, 2) ? stubborn : flat;
    }
}
