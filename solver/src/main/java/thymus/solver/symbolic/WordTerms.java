package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;

/** What every word operation needs of the path it stands on. */
record WordTerms(Simplifier simplifier) {
    private static final BigInteger MAX = Words.MODULUS.subtract(BigInteger.ONE);
    private static final Interval NON_NEGATIVE =
            Interval.of(BigInteger.ZERO, BigInteger.TWO.pow(255).subtract(BigInteger.ONE));

    Terms terms() {
        return simplifier.terms();
    }

    Interval range(IntTerm term) {
        return simplifier.facts().range(term);
    }

    IntTerm known(IntTerm term) {
        Optional<BigInteger> value = range(term).single();
        return value.isPresent() ? terms().constant(value.get()) : term;
    }

    IntTerm wrap(IntTerm term) {
        return terms().modulo(term, terms().constant(Words.MODULUS), this::range);
    }

    IntTerm bit(BoolTerm condition) {
        return terms().choose(simplifier.simplify(condition), terms().one, terms().zero);
    }

    /** The truth of "not zero". */
    BoolTerm isTrue(IntTerm word) {
        return simplifier.simplify(terms().not(terms().zero(word)));
    }

    /** As a signed number. */
    boolean isNonNegative(IntTerm a) {
        return range(a).within(NON_NEGATIVE);
    }

    /** An operation that stays abstract. */
    IntTerm unknown(String operation, IntTerm a, IntTerm b) {
        IntTerm x = known(a);
        IntTerm y = known(b);
        return terms().apply(Words.ABSTRACT + operation, List.of(x, y), bound(operation, x, y));
    }

    /** AND is no more than either operand; OR and XOR have no more bits than the longer one. */
    private Interval bound(String operation, IntTerm a, IntTerm b) {
        // Of the terms themselves: what this path knows of them is not true of the same operation on another one.
        return switch (operation) {
            case "and" -> Interval.of(
                    BigInteger.ZERO,
                    // Where no path comes an operand may be negative; an empty range would make every query unsatisfiable.
                    a.range().high().orElse(MAX).min(b.range().high().orElse(MAX)).max(BigInteger.ZERO));
            case "or", "xor" -> Interval.unsigned(Math.max(
                    a.range().high().orElse(MAX).bitLength(),
                    b.range().high().orElse(MAX).bitLength()));
            default -> Words.WORD;
        };
    }
}
