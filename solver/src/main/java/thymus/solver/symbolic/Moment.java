package thymus.solver.symbolic;

import thymus.solver.state.SymbolicWorld;

/** A state on a path, with the transient storage of its transaction. */
public record Moment(SymbolicWorld world, SymbolicWorld transients) {}
