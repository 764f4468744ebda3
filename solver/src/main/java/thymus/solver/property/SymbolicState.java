package thymus.solver.property;

import java.util.function.Function;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.IntTerm;
import thymus.spec.tree.GhostVariable;

/** A settled state: the world, the transaction that led to it, and the ghost variables. */
public record SymbolicState(SymbolicWorld world, SymbolicContext context, Function<GhostVariable, IntTerm> ghosts) {}
