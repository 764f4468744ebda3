package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import thymus.spec.tree.Expr;

/** A concrete state whose truth values have branch distances. */
final class BranchDistanceScope extends TranslatedScope<BigInteger, Measure> {
    BranchDistanceScope(Scope<BigInteger, Boolean> state) {
        super(state);
    }

    @Override
    public Algebra<BigInteger, Measure> algebra() {
        return BranchDistance.INSTANCE;
    }

    @Override
    public Scope<BigInteger, Boolean> numbers() {
        return state;
    }

    @Override
    BranchDistanceScope of(Scope<BigInteger, Boolean> other) {
        return new BranchDistanceScope(other);
    }

    @Override
    BigInteger known(BigInteger value) {
        return value;
    }

    @Override
    BigInteger number(BigInteger known) {
        return known;
    }

    @Override
    BigInteger read(List<BigInteger> arguments, Function<List<BigInteger>, BigInteger> answer) {
        return answer.apply(arguments);
    }

    @Override
    Measure ask(List<BigInteger> arguments, Function<List<BigInteger>, Boolean> answer) {
        return Measure.withoutDistance(answer.apply(arguments));
    }

    @Override
    public Measure holds(Expr.ViewCall call, List<BigInteger> arguments) {
        return new Measure(state.call(call, arguments).signum() != 0, state.distance(call, arguments));
    }

    @Override
    public Measure forAll(Expr.ForAll quantifier, Function<BigInteger, Measure> body) {
        Measure.Nearest nearest = new Measure.Nearest();
        Measure.Nearest zero = new Measure.Nearest();
        boolean truth = state.forAll(quantifier, value -> {
            Measure measure = body.apply(value);
            // The bounds of a type are always evaluated, so their distance says nothing about the sequence. Nor does
            // that of a value for which nothing is known: it is the same as for zero.
            if (value.signum() == 0) {
                zero.add(measure);
            } else if (!Enumeration.isEnd(quantifier.variable(), value)
                    && (measure.distance().isEmpty() || !measure.distance().equals(zero.distance()))) {
                nearest.add(measure);
            }
            return measure.truth();
        });
        return new Measure(truth, truth ? nearest.distance() : Optional.empty());
    }
}
