package thymus.solver.property;

import java.util.Optional;
import java.util.function.Function;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.IntTerm;
import thymus.spec.tree.GhostVariable;

/**
 * A state: the world, the transaction that led to it, and the ghost variables.
 *
 * @param transients the transient storage in the middle of a step; empty for a settled state, which has none
 */
public record SymbolicState(
        SymbolicWorld world,
        SymbolicContext context,
        Function<GhostVariable, IntTerm> ghosts,
        Optional<SymbolicWorld> transients) {
    /** A settled state. */
    public SymbolicState(SymbolicWorld world, SymbolicContext context, Function<GhostVariable, IntTerm> ghosts) {
        this(world, context, ghosts, Optional.empty());
    }
}
