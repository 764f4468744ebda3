package thymus.solver.symbolic;

import thymus.solver.state.SymbolicWorld;

/**
 * A moment on a path at which unknown code may have entered the system and changed it.
 *
 * @param before the world where the unknown code begins
 * @param after the world where it returns
 */
public record Interruption(SymbolicWorld before, SymbolicWorld after) {}
