package thymus.solver.term;

import java.math.BigInteger;
import java.util.List;

/**
 * A mathematical integer. An EVM word is a term with a range in [0, 2^256). A wrap is an explicit remainder, which
 * disappears if ranges show that nothing wraps. Solvers decide this form better than bit vectors.
 *
 * <p>Terms are interned by {@link Terms}: equal terms are the same object. A record's own hash would walk the whole
 * term, so use identity maps, never hash maps.
 */
public sealed interface IntTerm {
    /** The creation order within its {@link Terms}; also the canonical order of sums. */
    int id();

    /** A range that contains every value of the term, in any state. */
    Interval range();

    record Constant(int id, BigInteger value) implements IntTerm {
        @Override
        public Interval range() {
            return Interval.exactly(value);
        }
    }

    /** An unknown from the state, the transaction or the proof. */
    record Symbol(int id, String name, Interval range) implements IntTerm {}

    /** The value of an unknown function. */
    record Apply(int id, UnknownFunction function, List<IntTerm> arguments, Interval range) implements IntTerm {}

    /** {@code constant + Σ coefficient·term}. Parts are not sums or constants, and are in the order of their ids. */
    record Sum(int id, BigInteger constant, List<Part> parts, Interval range) implements IntTerm {
        public record Part(IntTerm term, BigInteger coefficient) {}
    }

    /**
     * A product of at least two factors in the order of their ids. No factor is a sum with a constant factor to take
     * out.
     */
    record Product(int id, List<IntTerm> factors, Interval range) implements IntTerm {}

    /** Floor division by a positive divisor. It is unconstrained for any other divisor, so callers must exclude it. */
    record Quotient(int id, IntTerm dividend, IntTerm divisor, Interval range) implements IntTerm {}

    /** {@code dividend - divisor·quotient}: in [0, divisor) for a positive divisor, otherwise unconstrained. */
    record Remainder(int id, IntTerm dividend, IntTerm divisor, Interval range) implements IntTerm {}

    record Choice(int id, BoolTerm condition, IntTerm then, IntTerm otherwise, Interval range) implements IntTerm {}
}
