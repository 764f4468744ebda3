package thymus.solver.symbolic;

import thymus.solver.term.IntTerm;

/** The values of the block and the transaction that code can read. The timestamp is in seconds. */
public record BlockSymbols(IntTerm timestamp, IntTerm number, IntTerm origin, IntTerm chainId) {}
