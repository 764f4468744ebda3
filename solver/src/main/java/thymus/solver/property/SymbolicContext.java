package thymus.solver.property;

import java.util.Map;
import java.util.Optional;
import thymus.solver.term.IntTerm;

/**
 * The transaction that led to a state. Time in seconds, value in wei.
 *
 * @param clocks of the chains beside the first one, by name
 * @param selector the first four bytes of its input
 * @param isReentrant whether it is not a transaction but a call that code of the system makes within one
 */
public record SymbolicContext(
        IntTerm timestamp,
        IntTerm number,
        IntTerm sender,
        IntTerm value,
        IntTerm selector,
        Map<String, Clock> clocks,
        boolean isReentrant) {
    /** The clock of a chain. */
    public record Clock(IntTerm timestamp, IntTerm number) {}

    /** A transaction. */
    public SymbolicContext(
            IntTerm timestamp,
            IntTerm number,
            IntTerm sender,
            IntTerm value,
            IntTerm selector,
            Map<String, Clock> clocks) {
        this(timestamp, number, sender, value, selector, clocks, false);
    }

    /** A transaction on one chain. */
    public SymbolicContext(IntTerm timestamp, IntTerm number, IntTerm sender, IntTerm value, IntTerm selector) {
        this(timestamp, number, sender, value, selector, Map.of());
    }

    /** The clock of a chain; empty for the first one. */
    public Clock on(Optional<String> chain) {
        return chain.map(clocks::get).orElseGet(() -> new Clock(timestamp, number));
    }

    /** The context with the words of another call in the same block. */
    public SymbolicContext calling(IntTerm from, IntTerm wei, IntTerm function) {
        return new SymbolicContext(timestamp, number, from, wei, function, clocks, isReentrant);
    }

    /** With the selector of the call that the transaction makes. */
    public SymbolicContext calling(IntTerm function) {
        return new SymbolicContext(timestamp, number, sender, value, function, clocks, isReentrant);
    }

    /** The same as a call that code of the system makes, from this sender. */
    SymbolicContext reentering(IntTerm from, IntTerm wei) {
        return new SymbolicContext(timestamp, number, from, wei, selector, clocks, true);
    }
}
