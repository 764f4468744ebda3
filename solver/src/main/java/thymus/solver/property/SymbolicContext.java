package thymus.solver.property;

import java.util.Map;
import java.util.Optional;
import thymus.solver.term.IntTerm;

/**
 * The transaction that led to a state. Time in seconds, value in wei.
 *
 * @param clocks of the chains beside the first one, by name
 * @param selector the first four bytes of its input
 */
public record SymbolicContext(
        IntTerm timestamp, IntTerm number, IntTerm sender, IntTerm value, IntTerm selector, Map<String, Clock> clocks) {
    /** The clock of a chain. */
    public record Clock(IntTerm timestamp, IntTerm number) {}

    /** On one chain. */
    public SymbolicContext(IntTerm timestamp, IntTerm number, IntTerm sender, IntTerm value, IntTerm selector) {
        this(timestamp, number, sender, value, selector, Map.of());
    }

    /** The clock of a chain; empty for the first one. */
    public Clock on(Optional<String> chain) {
        return chain.map(clocks::get).orElseGet(() -> new Clock(timestamp, number));
    }

    /** The context with the words of another call in the same block. */
    public SymbolicContext calling(IntTerm from, IntTerm wei, IntTerm function) {
        return new SymbolicContext(timestamp, number, from, wei, function, clocks);
    }

    /** With the selector of the call that the transaction makes. */
    public SymbolicContext calling(IntTerm function) {
        return new SymbolicContext(timestamp, number, sender, value, function, clocks);
    }
}
