package thymus.solver.symbolic;

import thymus.solver.term.IntTerm;

/**
 * A call of known code within a step.
 *
 * @param account on whose storage it runs
 * @param begin the first four bytes of its input, with zeros behind
 * @param size of its input, in bytes
 */
public record EnteredCall(IntTerm account, IntTerm begin, IntTerm size) {}
