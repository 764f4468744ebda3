package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.Optional;
import thymus.spec.tree.Property;

/**
 * The values that the quantity of a {@code maximize} takes along one run. They follow from the branch distance to a
 * bound that nothing reaches, so that all that a monitor carries is there for the quantity too.
 */
public final class ObjectiveValues {
    private final Monitor monitor;

    public ObjectiveValues(Property property, Property.Maximum maximum) {
        monitor = Monitors.of(maximum.below(property.name(), Property.Maximum.UNREACHED, property.span()));
    }

    /** The value after setup; empty where it has none. */
    public Optional<BigInteger> start(Scope<BigInteger, Boolean> initial) {
        return value(monitor.start(initial));
    }

    /** The value after a transaction; empty where it has none. */
    public Optional<BigInteger> settle(Transition<BigInteger, Boolean> transition) {
        return value(monitor.settle(transition));
    }

    private static Optional<BigInteger> value(Judgement judgement) {
        return judgement instanceof Judgement.Held held
                ? held.slack().map(Property.Maximum.UNREACHED::subtract)
                : Optional.empty();
    }
}
