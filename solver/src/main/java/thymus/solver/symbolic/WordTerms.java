package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;

/** The common helpers of word operations on one path. */
record WordTerms(Simplifier simplifier) {
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
        return terms().modulo(term, terms().constant(WordArithmetic.MODULUS), this::range);
    }

    /** The number that was wrapped to this word, if this path knows that it is a word itself. */
    IntTerm unwrapped(IntTerm word) {
        return word instanceof IntTerm.Remainder r
                        && Terms.constantOf(r.divisor()).equals(Optional.of(WordArithmetic.MODULUS))
                        && range(r.dividend()).within(WordArithmetic.WORD)
                ? r.dividend()
                : word;
    }

    IntTerm bit(BoolTerm condition) {
        return terms().choose(simplifier.simplify(condition), terms().one, terms().zero);
    }

    /** The condition that the word is not zero. */
    BoolTerm isTrue(IntTerm word) {
        return simplifier.simplify(terms().not(terms().zero(word)));
    }

    /** Returns whether the word is certainly non-negative as a signed number. */
    boolean isNonNegative(IntTerm a) {
        return range(a).within(NON_NEGATIVE);
    }

    /** The abstract operation as an unknown function. Where the order does not matter, there is only one. */
    IntTerm unknown(AbstractOperation operation, IntTerm a, IntTerm b) {
        IntTerm x = known(a);
        IntTerm y = known(b);
        boolean turned = operation.isCommutative() && y.id() < x.id();
        return terms().apply(operation.function(), turned ? List.of(y, x) : List.of(x, y));
    }
}
