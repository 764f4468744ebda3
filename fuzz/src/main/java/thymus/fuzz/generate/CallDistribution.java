package thymus.fuzz.generate;

import java.util.Arrays;
import thymus.fuzz.random.SplitRandom;
import thymus.spec.contract.FunctionModel;

/**
 * Which calls are drawn how often.
 *
 * @param learned from what succeeded
 * @param flat as if nothing were known
 * @param stubborn those that hardly ever succeed, or again {@code flat}
 * @param reach where attackers' contracts are called
 * @param asking for each function, whether calls of it ask for signatures
 */
public record CallDistribution(
        CallWeights learned, CallWeights flat, CallWeights stubborn, Reach reach, boolean[] asking) {
    private static final int FLAT_IN = 4;
    private static final double MOSTLY = 0.5;
    /** How much attackers' contracts send before it is known whether any call leads to them, beside other senders. */
    private static final double UNKNOWN = 0.5;
    /** How much they send where only little gas may matter. */
    private static final double SURVIVED = 0.1;

    /**
     * The calls that lead to attackers' contracts.
     *
     * @param isTried whether callbacks are drawn at all
     * @param known whether any call was seen to lead to one
     * @param survived whether any call was seen to succeed although one that it made failed: then little gas may matter
     * @param functions of each whether calls of it were seen to
     */
    record Reach(boolean isTried, boolean known, boolean survived, boolean[] functions) {}

    /** @param unknown whether it is tried if a call leads to an attacker's contract although none did so far */
    public static CallDistribution of(Universe universe, CallCounts counts, boolean unknown) {
        boolean known = counts.reachedAny();
        boolean survived = counts.survivedAny();
        Reach reach = new Reach(universe.callsOut() && (unknown || known), known, survived, counts.reached());
        double weight = universe.joins() || known ? 1 : reach.isTried() ? UNKNOWN : survived ? SURVIVED : 0;
        AttackerWeight contracts = new AttackerWeight(weight, known);
        CallWeights flat = CallWeights.flat(universe, contracts);
        return new CallDistribution(
                CallWeights.from(universe, counts, contracts),
                flat,
                CallWeights.ofStubborn(universe, counts, contracts).orElse(flat),
                reach,
                counts.asked());
    }

    /**
     * As before anything was learned.
     *
     * @param reaches whether every call is taken to lead to attackers' contracts
     */
    public static CallDistribution flat(Universe universe, boolean reaches) {
        CallWeights flat = CallWeights.flat(universe, new AttackerWeight(universe.joins() || reaches ? 1 : 0, reaches));
        boolean[] functions = new boolean[universe.callables().size()];
        Arrays.fill(functions, reaches);
        boolean[] asking = new boolean[functions.length];
        universe.callables()
                .forEach(c ->
                        asking[c.index()] = SignatureShapes.fit(c.function().inputs()));
        return new CallDistribution(
                flat, flat, flat, new Reach(universe.callsOut() && reaches, reaches, reaches, functions), asking);
    }

    /** Whether calls of the function ask for signatures. */
    boolean asks(Universe universe, String target, FunctionModel function) {
        for (Callable callable : universe.callables()) {
            if (asking[callable.index()]
                    && callable.function() == function
                    && callable.instance().equals(target)) {
                return true;
            }
        }
        return false;
    }

    /** Whether most calls of the function have failed: what it compares is worth knowing. */
    boolean mostlyFails(Callable callable) {
        return learned.callables()[callable.index()] < MOSTLY;
    }

    CallWeights usual(SplitRandom random) {
        return random.chance(1, FLAT_IN) ? flat : learned;
    }

    /** For a state that nobody was in before, where what failed until now may succeed. */
    CallWeights inNewState(SplitRandom random) {
        return random.chance(1, 2) ? stubborn : flat;
    }
}
