package thymus.solver.symbolic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The paths of one machine: the pending ones, newest first, and the outcomes of the others. */
final class Worklist {
    private final Deque<Path> open = new ArrayDeque<>();
    private final List<PathOutcome> outcomes = new ArrayList<>();
    private final List<PathOutcome> rounds = new ArrayList<>();

    void add(Path path) {
        open.push(path);
    }

    void clear() {
        open.clear();
        outcomes.clear();
        rounds.clear();
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

    /** Ends a path that has gone through a round of a loop, where calls in that round are worth a note. */
    void endRound(Path path) {
        if (!path.departures.isEmpty() || !path.entered.isEmpty() || !path.interruptions.isEmpty()) {
            rounds.add(Returns.cut(path));
        }
    }

    /** The paths that ended with a round of a loop. */
    List<PathOutcome> rounds() {
        return List.copyOf(rounds);
    }

    /** The number of paths that are pending or ended, without the current one. */
    int size() {
        return open.size() + outcomes.size();
    }

    List<PathOutcome> outcomes() {
        return List.copyOf(outcomes);
    }
}
