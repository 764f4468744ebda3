package thymus.solver.property;

import thymus.solver.term.IntTerm;

/** The transaction that led to a state. Time in seconds, value in wei. */
public record SymbolicContext(IntTerm timestamp, IntTerm number, IntTerm sender, IntTerm value) {}
