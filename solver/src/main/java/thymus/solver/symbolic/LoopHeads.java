package thymus.solver.symbolic;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The loops without a known bound, and the possible changes by their rounds. At the head of such a loop, a path
 * continues from any state that differs only in these changes. A path that returns to the head in such a state is
 * covered and ends. A path that returns in another state adds to the changes, and the exploration starts again. This is
 * an abstract interpretation whose domain is the finite set of changes.
 */
public final class LoopHeads {
    private final Map<Head, LoopChanges> heads = new LinkedHashMap<>();
    /** Those that the present exploration has found. */
    private final Set<Head> found = new HashSet<>();

    private boolean changed;
    private boolean abandoned;

    private record Head(String contract, int pc, int stack) {}

    /** Begins an exploration. */
    void begin() {
        changed = false;
        abandoned = false;
        found.clear();
    }

    /** Returns whether the exploration began with too few changes, so that its result is invalid. */
    boolean mustRepeat() {
        return changed;
    }

    /** Ends an exploration that must be repeated. */
    void abandon() {
        abandoned = true;
    }

    boolean isAbandoned() {
        return abandoned;
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
     * Adds the loop whose round ends at the path's most recent visit.
     *
     * @return whether this exploration found the loop, so that the path need not be followed
     */
    boolean add(Path path) {
        String contract = path.frame().contract;
        Optional<Visit> head = path.last.orElseThrow().head();
        if (head.isEmpty()) {
            return false;
        }
        Head key = new Head(contract, head.get().pc(), head.get().stack());
        if (heads.containsKey(key)) {
            // What this exploration finds behind a loop that it has found itself is not used.
            return found.contains(key);
        }
        forgetInner(path);
        heads.put(key, new LoopChanges());
        found.add(key);
        changed = true;
        return true;
    }

    /**
     * The rounds of a loop that was not known looked like more rounds of the loops inside it, whose changes then begin
     * again. This happens only as often as a loop is found.
     */
    private void forgetInner(Path path) {
        Frame frame = path.frame();
        for (List<Integer> at : path.heads.keySet()) {
            if (at.get(0) == frame.serial) {
                heads.computeIfPresent(new Head(frame.contract, at.get(1), at.get(2)), (_, _) -> new LoopChanges());
            }
        }
    }
}
