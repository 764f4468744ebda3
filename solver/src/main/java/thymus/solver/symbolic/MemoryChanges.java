package thymus.solver.symbolic;

import java.util.Set;
import java.util.TreeSet;

/** The parts of a memory that the rounds of a loop may change. The set only grows. */
final class MemoryChanges {
    /** The changed words at known offsets. */
    private final Set<Integer> words = new TreeSet<>();
    /** True if bytes at unknown offsets, or data of unknown length, change. */
    private boolean unknownPlaces;
    /** From this offset on, no byte at a known offset is known to be zero. */
    private int zerosEnd = Integer.MAX_VALUE;

    /**
     * Makes the parts unknown that may change.
     *
     * @return whether there are any
     */
    boolean forgetIn(Memory memory) {
        words.forEach(memory::forgetWord);
        if (unknownPlaces) {
            memory.forgetUnknownPlaces(zerosEnd);
        }
        return !words.isEmpty() || unknownPlaces;
    }

    /**
     * Adds the differences.
     *
     * @return whether something was added
     */
    boolean grow(Memory before, Memory now) {
        boolean grown = words.addAll(before.differentWords(now));
        boolean same = before.hasSameUnknownPlaces(now);
        if (!same && !unknownPlaces) {
            unknownPlaces = true;
            grown = true;
        }
        if (now.zerosEnd() < Math.min(zerosEnd, before.zerosEnd())) {
            zerosEnd = now.zerosEnd();
            unknownPlaces = true;
            grown = true;
        }
        return grown;
    }
}
