package thymus.solver.symbolic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The loops that were not seen to end, and what their rounds may change. At the head of such a loop a path goes on from any
 * state that differs from its own in these changes only; a path that comes back to the head in such a state is covered by
 * it and ends. One that comes back in another state adds to the changes, and everything is explored again: an abstract
 * interpretation whose domain is the set of what changes, which grows and is finite.
 */
public final class LoopHeads {
    private final Map<Head, LoopChanges> heads = new LinkedHashMap<>();
    private boolean changed;

    private record Head(String contract, int pc, int stack) {}

    /** Begins an exploration. */
    void begin() {
        changed = false;
    }

    /** Whether the exploration was begun with too few changes, so that what it found does not count. */
    boolean mustRepeat() {
        return changed;
    }

    void mustBeRepeated() {
        changed = true;
    }

    Optional<LoopChanges> at(Frame frame) {
        return heads.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(heads.get(new Head(frame.contract, frame.pc, frame.stack.size())));
    }

    /**
     * Adds the loop whose round ends at the visit.
     *
     * @return whether there is one that was not known
     */
    boolean add(String contract, Visit end) {
        Optional<Visit> head = end.head();
        if (head.isEmpty()) {
            return false;
        }
        Head key = new Head(contract, head.get().pc(), head.get().stack());
        if (heads.containsKey(key)) {
            return false;
        }
        heads.put(key, new LoopChanges());
        changed = true;
        return true;
    }
}
