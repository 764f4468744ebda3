package thymus.solver.term;

import java.math.BigInteger;
import java.util.List;

/**
 * A mathematical integer. An EVM word is a term whose range lies in [0, 2^256): a wrap is an explicit remainder, which
 * goes away where ranges show that nothing wraps. Solvers decide this form and not the bit-vector one.
 *
 * <p>Terms are interned by {@link Terms}: equal terms are the same object. A record's own hash would walk the
 * whole term: keep terms in identity maps, never in hash maps.
 */
public sealed interface IntTerm {
    /** Creation order within its {@link Terms}; also the canonical order of sums. */
    int id();

    /** Every value that the term can take, whatever the state. */
    Interval range();

    record Constant(int id, BigInteger value) implements IntTerm {
        @Override
        public Interval range() {
            return Interval.exactly(value);
        }
    }

    /** An unknown of the state, the transaction or the proof. */
    record Symbol(int id, String name, Interval range) implements IntTerm {}

    /** An unknown function's value. */
    record Apply(int id, UnknownFunction function, List<IntTerm> arguments, Interval range) implements IntTerm {}

    /** {@code constant + Σ coefficient·term}; parts are no sums or constants and stand in the order of their ids. */
    record Sum(int id, BigInteger constant, List<Part> parts, Interval range) implements IntTerm {
        public record Part(IntTerm term, BigInteger coefficient) {}
    }

    /** Of at least two factors, none of them a sum with a constant factor to take out, in the order of their ids. */
    record Product(int id, List<IntTerm> factors, Interval range) implements IntTerm {}

    /** Floor division by a positive divisor; by another one it is unconstrained, so callers exclude it. */
    record Quotient(int id, IntTerm dividend, IntTerm divisor, Interval range) implements IntTerm {}

    /** {@code dividend - divisor·quotient}: in [0, divisor) for a positive divisor, else unconstrained. */
    record Remainder(int id, IntTerm dividend, IntTerm divisor, Interval range) implements IntTerm {}

    record Choice(int id, BoolTerm condition, IntTerm then, IntTerm otherwise, Interval range) implements IntTerm {}
}
