package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.Optional;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Variable;

/**
 * A settled state that knows the past of the flows. A window in {@code prev(…)} ends now as well, without what this
 * step carries.
 */
final class WindowScope extends ForwardingScope {
    private final Histories histories;
    private final int asOf;

    /** @param asOf how many transactions had settled in this state */
    WindowScope(Scope<BigInteger, Boolean> state, Histories histories, int asOf) {
        super(state);
        this.histories = histories;
        this.asOf = asOf;
    }

    @Override
    public BigInteger windowed(Expr.Windowed aggregate, Optional<BigInteger> seconds, Optional<BigInteger> key) {
        Optional<BigInteger> after =
                seconds.map(w -> state.context(aggregate.window().clock()).subtract(w));
        return histories.aggregate(aggregate, after, key, asOf);
    }

    @Override
    public BigInteger past(Expr.Past operator, Optional<BigInteger> seconds) {
        return histories.past(operator, seconds, state, asOf);
    }

    /** Whether the flow may hold other occurrences than those that were noted. */
    boolean isDoubtful(Expr.Windowed aggregate) {
        return histories.isDoubtful(aggregate, asOf);
    }

    @Override
    public Scope<BigInteger, Boolean> previous() {
        return new WindowScope(state.previous(), histories, Math.max(0, asOf - 1));
    }

    @Override
    public Scope<BigInteger, Boolean> at(Expr.Context.Field clock, BigInteger time) {
        return new WindowScope(state.at(clock, time), histories, asOf);
    }

    @Override
    public Scope<BigInteger, Boolean> bind(Variable variable, BigInteger value) {
        return new WindowScope(state.bind(variable, value), histories, asOf);
    }
}
