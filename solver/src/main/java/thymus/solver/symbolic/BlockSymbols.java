package thymus.solver.symbolic;

import thymus.solver.term.IntTerm;

/** The block and transaction that code can see. Time in seconds. */
public record BlockSymbols(IntTerm timestamp, IntTerm number, IntTerm origin, IntTerm chainId) {}
