package thymus.spec.check;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.spec.Action.SharedValue;
import thymus.spec.Choice;
import thymus.spec.text.Span;

/**
 * A value that the calls of an action share.
 *
 * @param values what it is one of; empty if it has a range
 * @param range its ends
 */
record SharedChoice(String name, List<PartialValue> values, Optional<Choice.Between> range, Span span) {
    SharedValue value() {
        return range.map(ends -> new SharedValue(name, ends, false))
                .orElseGet(() -> new SharedValue(
                        name, new Choice.Between(BigInteger.ZERO, BigInteger.valueOf(values.size() - 1L)), true));
    }

    /** Some value, for the place where the name is bound. */
    PartialValue.Scalar sample() {
        return PartialValue.Scalar.of(Exprs.integer(BigInteger.ZERO, span));
    }
}
