package thymus.solver.state;

import java.math.BigInteger;
import java.util.List;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;
import thymus.solver.term.UnknownFunction;

/**
 * Arbitrary values, after unknown code may have written to a known state.
 *
 * @param time distinguishes the values from those of other such moments
 */
public record AnySource(Terms terms, FieldLayout layout, String time) implements StateSource {
    @Override
    public IntTerm initial(Region region, int index, List<IntTerm> keys) {
        BitField field = layout.of(region).get(index);
        return terms.apply(
                UnknownFunction.into(
                        time + region + "." + field.offset() + ":" + field.width(), Interval.unsigned(field.width())),
                keys);
    }

    @Override
    public IntTerm initialSum(Region region, int index, List<IntTerm> prefix) {
        return terms.apply(
                UnknownFunction.into(time + "sum " + region + "." + index, Interval.atLeast(BigInteger.ZERO)), prefix);
    }

    @Override
    public IntTerm initialBalance(IntTerm account) {
        throw new IllegalStateException("ether is kept apart");
    }

    @Override
    public StateSource later(String earlier) {
        return new AnySource(terms, layout, earlier + time);
    }
}
