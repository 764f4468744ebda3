package thymus.solver.term;

import java.util.List;
import java.util.function.Function;

/**
 * A function of which only its values' range is known: a storage mapping of the arbitrary state, a hash, an operation left
 * abstract.
 *
 * <p>The range follows from the arguments alone, whoever asks. So what one path knows of its operands cannot become the
 * range of a term that another path shares.
 *
 * @param name unique; it stands for the function in queries to a solver
 */
public record UnknownFunction(String name, Codomain codomain) {
    /** How the values' range follows from the arguments'. */
    public sealed interface Codomain {
        /** The same whatever the arguments are. */
        record Fixed(Interval interval) implements Codomain {}

        /** Words no greater than any of the arguments, as the bitwise AND is. */
        record NoGreaterThanAny() implements Codomain {}

        /** Words with no more bits than the longest of the arguments has, as the bitwise OR and XOR. */
        record NoLongerThanLongest() implements Codomain {}
    }

    private static final int WORD_BITS = 256;

    public static UnknownFunction into(String name, Interval interval) {
        return new UnknownFunction(name, new Codomain.Fixed(interval));
    }

    /**
     * Every value for such arguments.
     *
     * @param ranges of the arguments: those of the terms themselves, or narrower ones that a path knows
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
