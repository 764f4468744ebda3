package thymus.solver.symbolic;

import java.util.List;
import thymus.solver.state.SymbolicWorld;

/**
 * A moment on a path after which a part of the state is known by lemmas alone: unknown code may have entered the system
 * there, or a loop may have gone through any number of rounds that do so.
 *
 * @param before the world where the unknown code or the first round begins
 * @param after the world where the unknown code returns, or a later round begins
 * @param isLoop whether rounds of a loop lie in between
 * @param logs the events of the path up to this moment
 * @param mark what stands among the later events of the path for those that happen in between, unless they are undone
 */
public record Interruption(
        SymbolicWorld before, SymbolicWorld after, boolean isLoop, List<SymbolicLog> logs, SymbolicLog mark) {
    public Interruption {
        logs = List.copyOf(logs);
    }
}
