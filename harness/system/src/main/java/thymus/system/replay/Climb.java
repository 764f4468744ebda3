package thymus.system.replay;

import java.math.BigInteger;
import java.util.Optional;
import thymus.spec.monitor.Judgement;
import thymus.spec.monitor.ObjectiveValues;
import thymus.spec.monitor.Scope;
import thymus.spec.monitor.Transition;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;

/** The largest value that the quantity of a {@code maximize} takes along a run. */
final class Climb {
    private final ObjectiveValues values;
    private final boolean isClaimed;
    private Optional<Replay.Outcome.Reached> top = Optional.empty();

    private Climb(ObjectiveValues values, boolean isClaimed) {
        this.values = values;
        this.isClaimed = isClaimed;
    }

    /** Empty for a property that maximizes nothing. */
    static Optional<Climb> of(Property property) {
        return property.maximum()
                .map(m -> new Climb(new ObjectiveValues(property, m), m.isClaimed() && isPlain(property, m)));
    }

    /** Whether the branch distance is in the units of the quantity: a share, as in 10% * x, has others. */
    private static boolean isPlain(Property property, Property.Maximum maximum) {
        return property.condition() instanceof Expr.Binary bound && bound.left() == maximum.objective();
    }

    /** @param judgement of the property in the same state */
    void start(Scope<BigInteger, Boolean> initial, Judgement judgement) {
        values.start(initial).ifPresent(value -> note(0, value, judgement));
    }

    void settle(Transition<BigInteger, Boolean> transition, Judgement judgement, int step) {
        values.settle(transition).ifPresent(value -> note(step, value, judgement));
    }

    private void note(int step, BigInteger value, Judgement judgement) {
        if (top.isEmpty() || value.compareTo(top.get().value()) > 0) {
            Optional<BigInteger> left = isClaimed && judgement instanceof Judgement.Held held
                    ? held.slack().map(slack -> slack.subtract(BigInteger.ONE))
                    : Optional.empty();
            top = Optional.of(new Replay.Outcome.Reached(step, value, left));
        }
    }

    Optional<Replay.Outcome> top() {
        return top.map(reached -> reached);
    }
}
