package thymus.solver.property;

import thymus.solver.term.IntTerm;

/**
 * The transaction that led to a state. Time in seconds, value in wei.
 *
 * @param selector the first four bytes of its input
 */
public record SymbolicContext(IntTerm timestamp, IntTerm number, IntTerm sender, IntTerm value, IntTerm selector) {
    /** With the selector of the call that the transaction makes. */
    public SymbolicContext calling(IntTerm function) {
        return new SymbolicContext(timestamp, number, sender, value, function);
    }
}
