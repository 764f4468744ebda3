package thymus.ci.check;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import thymus.spec.tree.Property;

/** The proving side, as a check sees it. Used by one thread, except {@link #interrupt}. */
@FunctionalInterface
public interface PropertyProver extends AutoCloseable {
    /** @param stopped asked often, from the thread that proves; once it is true the proof ends soon, undecided */
    ProofResult prove(Property property, BooleanSupplier stopped);

    /** A result that is known without a new proof; asked for every property before anything else. */
    default Optional<ProofResult> recall(Property property) {
        return Optional.empty();
    }

    /**
     * A quick attempt, made for every property before the thorough ones begin.
     *
     * @return empty if {@link #prove} has to be asked
     */
    default Optional<ProofResult> proveQuickly(Property property, BooleanSupplier stopped) {
        return Optional.empty();
    }

    /** From any thread: ends a query that is running. */
    default void interrupt() {}

    @Override
    default void close() {}
}
