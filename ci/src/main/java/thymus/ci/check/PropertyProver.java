package thymus.ci.check;

import java.util.function.BooleanSupplier;
import thymus.spec.tree.Property;

/** The proving side, as a check sees it. Used by one thread, but for {@link #interrupt}. */
@FunctionalInterface
public interface PropertyProver extends AutoCloseable {
    /** @param stopped asked often, from the thread that proves; once it is true the proof ends soon, undecided */
    ProofResult prove(Property property, BooleanSupplier stopped);

    /** From any thread: ends a query that is running. */
    default void interrupt() {}

    @Override
    default void close() {}
}
