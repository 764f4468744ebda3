package thymus.solver.symbolic;

import java.util.Set;
import java.util.TreeSet;

/** Which parts of a memory the rounds of a loop may change; it only grows. */
final class MemoryChanges {
    /** Words at known places. */
    private final Set<Integer> words = new TreeSet<>();
    /** Whether bytes at unknown places change, or data of unknown length. */
    private boolean unknownPlaces;
    /** From here on no byte at a known place is known to be zero. */
    private int zerosEnd = Integer.MAX_VALUE;

    /**
     * Forgets what may change.
     *
     * @return whether that is anything
     */
    boolean forgetIn(Memory memory) {
        words.forEach(memory::forgetWord);
        if (unknownPlaces) {
            memory.forgetUnknownPlaces(zerosEnd);
        }
        return !words.isEmpty() || unknownPlaces;
    }

    /** Adds what differs; whether something was added. */
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
