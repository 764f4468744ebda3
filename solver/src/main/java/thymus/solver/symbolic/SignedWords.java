package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;

/**
 * Words as signed numbers (two's complement). Where the number is known as a term of its own, products and quotients
 * are formed of numbers, without the modulus, which solvers reason about poorly.
 */
record SignedWords(WordTerms on) {
    private static final BigInteger SIGN = BigInteger.TWO.pow(255);
    private static final Interval SIGNED = Interval.of(SIGN.negate(), SIGN.subtract(BigInteger.ONE));
    private static final Interval NEGATIVE = Interval.of(SIGN.negate(), BigInteger.ONE.negate());

    private Terms terms() {
        return on.terms();
    }

    private IntTerm modulus() {
        return terms().constant(WordArithmetic.MODULUS);
    }

    /** The number, if it is known without a case for its sign. */
    private Optional<IntTerm> number(IntTerm word) {
        if (on.isNonNegative(word)) {
            return Optional.of(word);
        }
        IntTerm below = terms().subtract(word, modulus());
        if (on.range(below).within(NEGATIVE)) {
            return Optional.of(below);
        }
        if (word instanceof IntTerm.Choice c) {
            IntTerm apart = terms().subtract(c.then(), c.otherwise());
            Optional<IntTerm> number = apart == modulus()
                    ? Optional.of(c.otherwise())
                    : apart == terms().subtract(terms().zero, modulus()) ? Optional.of(c.then()) : Optional.empty();
            return number.filter(n -> on.range(n).within(SIGNED));
        }
        return Optional.empty();
    }

    /** The number, with a case for its sign where that is needed. */
    IntTerm asNumber(IntTerm word) {
        return number(word)
                .orElseGet(() -> terms().choose(isNonNegative(word), word, terms().subtract(word, modulus())));
    }

    /** Whether the number is known to be a signed one of so many bits. */
    boolean hasBits(IntTerm word, int bits) {
        BigInteger half = BigInteger.TWO.pow(bits - 1);
        Interval range = Interval.of(half.negate(), half.subtract(BigInteger.ONE));
        return number(word).filter(number -> on.range(number).within(range)).isPresent();
    }

    private IntTerm word(IntTerm number) {
        BoolTerm isNegative = on.simplifier().simplify(terms().less(number, terms().zero));
        return terms().choose(isNegative, terms().add(number, modulus()), number);
    }

    /** The product of two words of which one may be negative; empty if it may wrap, or is formed as well without. */
    Optional<IntTerm> product(IntTerm a, IntTerm b) {
        if (on.isNonNegative(a) && on.isNonNegative(b)) {
            return Optional.empty();
        }
        return number(a)
                .flatMap(x -> number(b).map(y -> terms().multiply(x, y)))
                .filter(product -> on.range(product).within(SIGNED))
                .map(this::word);
    }

    /** The quotient. A product by one of its factors is the other one, which compilers check products with. */
    IntTerm quotient(IntTerm a, IntTerm b, IntTerm quotientOfMagnitudes) {
        Optional<IntTerm> factor = number(a).flatMap(x -> number(b).flatMap(y -> without(x, y)));
        if (factor.isPresent()) {
            return terms().choose(on.simplifier().simplify(terms().zero(b)), terms().zero, word(factor.get()));
        }
        BoolTerm isNegative = on.simplifier().simplify(terms().not(terms().equal(sign(a), sign(b))));
        return terms().choose(isNegative, negated(quotientOfMagnitudes), quotientOfMagnitudes);
    }

    private Optional<IntTerm> without(IntTerm product, IntTerm factor) {
        if (!(product instanceof IntTerm.Product p) || !p.factors().contains(factor)) {
            return Optional.empty();
        }
        List<IntTerm> others = new ArrayList<>(p.factors());
        others.remove(factor);
        return Optional.of(others.stream().reduce(terms().one, terms()::multiply))
                .filter(other -> on.range(other).within(SIGNED));
    }

    /** The remainder has the sign of the dividend. */
    IntTerm remainder(IntTerm a, IntTerm remainderOfMagnitudes) {
        return terms().choose(isNonNegative(a), remainderOfMagnitudes, negated(remainderOfMagnitudes));
    }

    /** The absolute value, which is no word only in the eyes of a signed reader: that of the least number. */
    IntTerm magnitude(IntTerm word) {
        return terms().choose(isNonNegative(word), word, terms().subtract(modulus(), word));
    }

    private IntTerm sign(IntTerm word) {
        return terms().choose(isNonNegative(word), terms().zero, terms().one);
    }

    private BoolTerm isNonNegative(IntTerm word) {
        return on.simplifier().simplify(terms().less(word, terms().constant(SIGN)));
    }

    private IntTerm negated(IntTerm word) {
        return on.wrap(terms().subtract(modulus(), word));
    }
}
