package thymus.solver.symbolic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The paths of one machine: those still to follow, the newest first, and the ends of the others. */
final class Worklist {
    private final Deque<Path> open = new ArrayDeque<>();
    private final List<PathOutcome> outcomes = new ArrayList<>();

    void add(Path path) {
        open.push(path);
    }

    void clear() {
        open.clear();
        outcomes.clear();
    }

    boolean hasNext() {
        return !open.isEmpty();
    }

    Path next() {
        return open.pop();
    }

    void end(PathOutcome outcome) {
        outcomes.add(outcome);
    }

    /** Of all paths that were put aside or ended; the one being followed is not counted. */
    int size() {
        return open.size() + outcomes.size();
    }

    List<PathOutcome> outcomes() {
        return List.copyOf(outcomes);
    }
}
