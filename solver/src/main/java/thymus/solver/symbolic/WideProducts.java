package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.IntTerm.Sum.Part;
import thymus.solver.term.Interval;
import thymus.solver.term.Subterms;
import thymus.solver.term.Terms;

/**
 * The division of a product of two words, 512 bits wide, by a word, as libraries compute it without wider words
 * (OpenZeppelin's {@code Math.mulDiv}, Uniswap's {@code FullMath}, Solady's {@code fullMulDiv}). The method is from
 * Remco Bloemen, "Mathemagic: 512-bit multiplication in Solidity" (2017) and "mulDiv" (2020).
 *
 * <p>A result is recognized by doing the computation again, for the product that its terms name: if that gives the very
 * same term, then the term is worth what the method is known to compute. So no other computation is taken for it.
 */
final class WideProducts {
    private static final BigInteger MAX = WordArithmetic.MODULUS.subtract(BigInteger.ONE);
    /** Products of two words. */
    private static final Interval PRODUCTS = Interval.of(BigInteger.ZERO, MAX.multiply(MAX));
    /** The steps of Newton's method after which the inverse of an odd number is right in 256 bits, from 4 bits on. */
    private static final int STEPS = 6;
    /** The terms of a division in which its remainder is looked for. */
    private static final int MOST_TERMS = 200;

    private final WordTerms on;
    private final Terms terms;
    private final WordArithmetic ops;
    private boolean recomputing;

    WideProducts(WordTerms on, WordArithmetic ops) {
        this.on = on;
        this.terms = on.terms();
        this.ops = ops;
    }

    /**
     * The high word of a product p, if the difference is computed from m = p mod (2^256 - 1) and l = p mod 2^256:
     * {@code m - l - (m < l)}. With p = 2^256·h + l, m is h + l, or h + l - (2^256 - 1) where that is no word, and
     * exactly then m is less than l.
     */
    Optional<IntTerm> high(IntTerm minuend, IntTerm difference) {
        return remainder(minuend, MAX)
                .map(IntTerm.Remainder::dividend)
                .filter(product -> on.range(product).within(PRODUCTS))
                .filter(product -> isHigh(product, difference))
                .map(product -> terms.divide(product, terms.constant(WordArithmetic.MODULUS), on::range));
    }

    private boolean isHigh(IntTerm product, IntTerm difference) {
        IntTerm folded = terms.modulo(product, terms.constant(MAX), on::range);
        IntTerm low = on.wrap(product);
        IntTerm borrow = on.bit(terms.less(folded, low));
        return difference == on.wrap(terms.subtract(on.wrap(terms.subtract(folded, low)), borrow))
                || difference == on.wrap(terms.subtract(folded, on.wrap(terms.add(low, borrow))));
    }

    /** A remainder by that divisor: the word itself, or a part of the difference that it is. */
    private static Optional<IntTerm.Remainder> remainder(IntTerm word, BigInteger divisor) {
        IntTerm inner = word instanceof IntTerm.Choice c ? c.otherwise() : word;
        for (Part part : Terms.parts(inner)) {
            if (part.term() instanceof IntTerm.Remainder r
                    && Terms.constantOf(r.divisor()).equals(Optional.of(divisor))) {
                return Optional.of(r);
            }
        }
        return Optional.empty();
    }

    /**
     * The quotient of a product by a word, if it is computed as the last step of the method: the multiple of the
     * divisor just below the product, without the divisor's factor 2^k, times the inverse of the divisor's odd part.
     * That is the low word of the quotient, for every product of two words and every divisor but zero.
     */
    Optional<IntTerm> quotient(IntTerm a, IntTerm b, IntTerm result) {
        if (recomputing || !(isLastStep(a, b) || isLastStep(b, a))) {
            return Optional.empty();
        }
        recomputing = true;
        try {
            return remainders(result)
                    .filter(r -> on.range(r.dividend()).within(PRODUCTS) && isQuotient(r, result))
                    .findFirst()
                    .map(r -> exact(r.dividend(), r.divisor(), result));
        } finally {
            recomputing = false;
        }
    }

    /** The words of the multiple are joined by OR. Where the divisor is known, they may be joined otherwise. */
    private static boolean isLastStep(IntTerm joined, IntTerm inverse) {
        return joined instanceof IntTerm.Apply apply
                ? apply.function() == AbstractOperation.OR.function()
                : Terms.constantOf(inverse).filter(i -> i.bitLength() > 128).isPresent();
    }

    /** What the computation takes remainders of: among them the product, by the divisor that is looked for. */
    private static Stream<IntTerm.Remainder> remainders(IntTerm word) {
        List<IntTerm.Remainder> found = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        Deque<IntTerm> open = new ArrayDeque<>(List.of(word));
        while (!open.isEmpty() && seen.size() < MOST_TERMS) {
            IntTerm term = open.removeFirst();
            if (seen.add(term.id())) {
                if (term instanceof IntTerm.Remainder r) {
                    found.add(r);
                }
                open.addAll(Subterms.children(term));
            }
        }
        return found.stream();
    }

    private boolean isQuotient(IntTerm.Remainder remainder, IntTerm result) {
        IntTerm product = remainder.dividend();
        IntTerm divisor = remainder.divisor();
        IntTerm rest = ops.modulo(product, divisor);
        IntTerm low = on.wrap(product);
        IntTerm high = terms.divide(product, terms.constant(WordArithmetic.MODULUS), on::range);
        IntTerm power = ops.bits().and(divisor, ops.subtract(terms.zero, divisor));
        IntTerm lowOfMultiple = ops.divide(ops.subtract(low, rest), power);
        IntTerm highOfMultiple = ops.subtract(high, ops.less(low, rest));
        IntTerm complement = ops.add(ops.divide(ops.subtract(terms.zero, power), power), terms.one);
        IntTerm joined = ops.bits().or(lowOfMultiple, ops.multiply(highOfMultiple, complement));
        return result == ops.multiply(joined, inverse(ops.divide(divisor, power)));
    }

    /** Newton's method for the inverse of an odd number modulo 2^256: each step doubles the bits that are right. */
    private IntTerm inverse(IntTerm odd) {
        IntTerm two = terms.constant(2);
        IntTerm inverse = ops.bits().xor(ops.multiply(terms.constant(3), odd), two);
        for (int step = 0; step < STEPS; step++) {
            inverse = ops.multiply(inverse, ops.subtract(two, ops.multiply(odd, inverse)));
        }
        return inverse;
    }

    private IntTerm exact(IntTerm product, IntTerm divisor, IntTerm result) {
        BoolTerm excluded = on.simplifier().simplify(terms.zero(divisor));
        IntTerm quotient = on.wrap(terms.divide(product, divisor, on::range));
        return terms.choose(excluded, result, quotient);
    }
}
