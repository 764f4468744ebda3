package thymus.solver.symbolic;

import thymus.solver.state.SymbolicWorld;

/**
 * A moment within a path at which code that nobody knows may have entered the system and changed it.
 *
 * @param before where that code began
 * @param after where it returned
 */
public record Interruption(SymbolicWorld before, SymbolicWorld after) {}
