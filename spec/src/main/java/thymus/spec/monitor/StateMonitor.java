package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;

/** What all monitors share: the past of the flows, and what cannot be judged. */
abstract class StateMonitor implements Monitor {
    private final Property property;
    private final Histories histories;
    /** The number of settled transactions at which an amount did not exist, and why: from there sums are unknown. */
    private Optional<Lost> lost = Optional.empty();

    private record Lost(int settled, String reason) {}

    StateMonitor(Property property) {
        this.property = property;
        this.histories = new Histories(read(property));
    }

    private static List<Expr> read(Property property) {
        Optional<Expr> where =
                property instanceof Property.Rule rule ? rule.trigger().where() : Optional.empty();
        return Stream.concat(Stream.of(property.condition()), where.stream()).toList();
    }

    @Override
    public Property property() {
        return property;
    }

    @Override
    public final Judgement start(Scope<BigInteger, Boolean> initial) {
        histories.rollback(0);
        lost = Optional.empty();
        return guarded(() -> judgeInitial(scope(initial)));
    }

    @Override
    public final Judgement settle(Transition<BigInteger, Boolean> transition) {
        try {
            int occurrences = histories.settle(transition);
            if (lost.isPresent()) {
                return new Judgement.Failed(lost.get().reason());
            }
            return guarded(() -> judge(transition, occurrences));
        } catch (UndefinedValue e) {
            lost = lost.or(() -> Optional.of(new Lost(histories.settled(), e.getMessage())));
            return new Judgement.Failed(e.getMessage());
        }
    }

    @Override
    public final void note(Transition<BigInteger, Boolean> transition) {
        try {
            histories.settle(transition);
        } catch (UndefinedValue e) {
            lost = lost.or(() -> Optional.of(new Lost(histories.settled(), e.getMessage())));
        }
    }

    @Override
    public int snapshot() {
        return histories.settled();
    }

    @Override
    public void rollback(int snapshot) {
        histories.rollback(snapshot);
        lost = lost.filter(l -> l.settled() <= snapshot);
    }

    abstract Judgement judgeInitial(WindowScope initial);

    /** @param occurrences of the property's flows in this transaction */
    abstract Judgement judge(Transition<BigInteger, Boolean> transition, int occurrences);

    final WindowScope scope(Scope<BigInteger, Boolean> state) {
        return new WindowScope(state, histories, histories.settled());
    }

    final Histories histories() {
        return histories;
    }

    /** One judgement of the condition. */
    final Judgement judge(Scope<BigInteger, Boolean> scope) {
        Expr condition = property.condition();
        Measure measure = Measure.of(condition, scope);
        return measure.truth()
                ? new Judgement.Held(1, measure.distance())
                : new Judgement.Violated(Explanation.of(condition, scope));
    }

    private interface Judging {
        Judgement judge();
    }

    private static Judgement guarded(Judging judging) {
        try {
            return judging.judge();
        } catch (UndefinedValue e) {
            return new Judgement.Failed(e.getMessage());
        }
    }
}
