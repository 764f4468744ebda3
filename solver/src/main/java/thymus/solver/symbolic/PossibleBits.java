package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import thymus.solver.term.IntTerm;
import thymus.solver.term.IntTerm.Sum.Part;
import thymus.solver.term.Interval;
import thymus.solver.term.Ranges;
import thymus.solver.term.Terms;

/** The bits of a word that may be one. An OR of disjoint fields is then their sum. */
final class PossibleBits {
    private static final BigInteger ALL = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

    private final Terms terms;
    private final Ranges ranges;

    PossibleBits(Terms terms, Ranges ranges) {
        this.terms = terms;
        this.ranges = ranges;
    }

    BigInteger of(IntTerm term) {
        BigInteger byRange = byRange(ranges.of(term));
        return switch (term) {
            case IntTerm.Constant c -> c.value();
            case IntTerm.Choice c -> of(c.then()).or(of(c.otherwise())).and(byRange);
            case IntTerm.Sum s -> ofSum(s).and(byRange);
            default -> byRange;
        };
    }

    private static BigInteger byRange(Interval range) {
        return range.isNonNegative() && range.high().isPresent()
                ? ones(range.high().get().bitLength())
                : ALL;
    }

    private static BigInteger ones(int bits) {
        return BigInteger.TWO.pow(bits).subtract(BigInteger.ONE);
    }

    /** Splits the sum where the low parts fit below a bit and the other parts are multiples of it. */
    private BigInteger ofSum(IntTerm.Sum sum) {
        for (int cut : cuts(sum)) {
            BigInteger unit = BigInteger.TWO.pow(cut);
            IntTerm above = terms.zero;
            for (Part part : sum.parts()) {
                BigInteger multiple = part.coefficient().divide(unit).multiply(unit);
                above = terms.add(above, terms.scale(part.term(), multiple));
            }
            IntTerm below = terms.subtract(sum, above);
            if (!ranges.of(below).within(Interval.unsigned(cut))) {
                // The constant may exceed the split. Its high bits then belong to the upper part.
                BigInteger overflow = Terms.constantPart(below).shiftRight(cut).shiftLeft(cut);
                below = terms.subtract(below, terms.constant(overflow));
                above = terms.add(above, terms.constant(overflow));
            }
            if (above != terms.zero && ranges.of(below).within(Interval.unsigned(cut))) {
                return of(below).or(aboveCut(above, cut));
            }
        }
        return singleScaled(sum);
    }

    /** The byte boundaries at coefficients. */
    private static List<Integer> cuts(IntTerm.Sum sum) {
        int longest = sum.constant().bitLength() - 1;
        for (Part part : sum.parts()) {
            longest = Math.max(longest, part.coefficient().bitLength() - 1);
        }
        List<Integer> cuts = new ArrayList<>();
        TreeSet<Integer> exact = new TreeSet<>();
        for (Part part : sum.parts()) {
            exact.add(part.coefficient().getLowestSetBit());
        }
        exact.add(sum.constant().getLowestSetBit());
        for (int cut = 1; cut <= Math.min(longest, 255); cut++) {
            if (exact.contains(cut) || cut % 8 == 0) {
                cuts.add(cut);
            }
        }
        return cuts;
    }

    private BigInteger aboveCut(IntTerm above, int cut) {
        IntTerm lowered = terms.divide(above, terms.constant(BigInteger.TWO.pow(cut)), ranges);
        return of(lowered).shiftLeft(cut);
    }

    private BigInteger singleScaled(IntTerm.Sum sum) {
        if (sum.parts().size() != 1 || sum.constant().signum() != 0) {
            return ALL;
        }
        Part part = sum.parts().getFirst();
        return part.coefficient().signum() > 0 && part.coefficient().bitCount() == 1
                ? of(part.term()).shiftLeft(part.coefficient().getLowestSetBit())
                : ALL;
    }
}
