package thymus.solver.state;

import java.util.List;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;

/** Judges the writes to lengths of arrays by the standing assumption that no array comes to 2^64 elements. */
public final class ArrayLengths {
    /**
     * The number of elements that one write may append. It is a standing assumption that all writes together append
     * fewer than 2^64.
     */
    private static final Interval APPENDED = Interval.unsigned(32);

    private ArrayLengths() {}

    /**
     * Returns whether every length that was written is below 2^64, or slightly more than it was before the write. What
     * unknown code may have written counts as kept: it is judged where that code is explored.
     */
    public static boolean areKept(SymbolicWorld world, Region region, Simplifier simplifier) {
        List<SymbolicWorld.Write> writes = world.writes().getOrDefault(region, List.of());
        for (int i = 0; i < writes.size(); i++) {
            SymbolicWorld.Write write = writes.get(i);
            if (write.others().isEmpty()) {
                IntTerm before = world.readBefore(i, new SlotLocation(region, write.keys()), 0, simplifier);
                if (!isKept(before, write.values().getFirst(), simplifier)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns whether the length is below 2^64, or slightly more than before. */
    public static boolean isKept(IntTerm before, IntTerm length, Simplifier simplifier) {
        PathFacts facts = simplifier.facts();
        return facts.range(length).within(ArbitrarySource.LENGTHS)
                || facts.range(simplifier.terms().subtract(length, before)).within(APPENDED);
    }
}
