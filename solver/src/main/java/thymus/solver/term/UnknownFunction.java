package thymus.solver.term;

import java.util.List;
import java.util.function.Function;

/**
 * A function of which only the range is known: a storage mapping of the arbitrary state, a hash, or an abstracted
 * operation.
 *
 * <p>The range follows from the arguments alone. The facts of one path about its operands therefore cannot leak into a
 * term that another path shares.
 *
 * @param name unique; the function's name in solver queries
 */
public record UnknownFunction(String name, Codomain codomain) {
    /** The relation between the range of the values and those of the arguments. */
    public sealed interface Codomain {
        /** The same range for all arguments. */
        record Fixed(Interval interval) implements Codomain {}

        /** Words no greater than any of the arguments, such as the bitwise AND. */
        record NoGreaterThanAny() implements Codomain {}

        /** Words with no more bits than the longest argument, such as the bitwise OR and XOR. */
        record NoLongerThanLongest() implements Codomain {}
    }

    private static final int WORD_BITS = 256;

    /** A function whose values are in the interval for all arguments. */
    public static UnknownFunction into(String name, Interval interval) {
        return new UnknownFunction(name, new Codomain.Fixed(interval));
    }

    /**
     * The range of the values for these arguments.
     *
     * @param ranges of the arguments: their own, or narrower ones from the facts of a path
     */
    Interval range(List<IntTerm> arguments, Function<IntTerm, Interval> ranges) {
        return switch (codomain) {
            case Codomain.Fixed f -> f.interval();
            case Codomain.NoGreaterThanAny n -> {
                Interval all = Interval.unsigned(WORD_BITS);
                for (IntTerm argument : arguments) {
                    Interval range = ranges.apply(argument);
                    all = range.isNonNegative() ? all.intersect(new Interval(all.low(), range.high())) : all;
                }
                yield all;
            }
            case Codomain.NoLongerThanLongest n -> {
                int bits = 0;
                for (IntTerm argument : arguments) {
                    Interval range = ranges.apply(argument);
                    bits = Math.max(
                            bits,
                            range.isNonNegative()
                                    ? range.high().map(high -> high.bitLength()).orElse(WORD_BITS)
                                    : WORD_BITS);
                }
                yield Interval.unsigned(Math.min(bits, WORD_BITS));
            }
        };
    }
}
