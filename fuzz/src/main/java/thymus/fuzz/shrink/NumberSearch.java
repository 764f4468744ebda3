package thymus.fuzz.shrink;

import java.math.BigInteger;
import java.util.function.Predicate;

/**
 * Searches for the simplest number that still works: zero, then the least number with one, two and three significant
 * decimal digits, and finally the least of all. What is then no round number gives way to one of the first few.
 * Bisection assumes that every number above a working one works. If this is false, the result still works but may not
 * be the least.
 */
final class NumberSearch {
    private static final int MOST_DIGITS = 3;
    private static final int LARGEST_TRIED = 16;
    /** Probes below a number whose predecessor does not work; most such numbers work alone. */
    private static final int PROBES = 16;

    private static final BigInteger EXACT_BELOW = BigInteger.valueOf(1_000);

    private NumberSearch() {}

    /**
     * @param from a positive number that works
     * @param works is called with candidates simpler than {@code from}; may remember the last one that worked
     */
    static BigInteger simplest(BigInteger from, Predicate<BigInteger> works) {
        for (BigInteger small : new BigInteger[] {BigInteger.ZERO, BigInteger.ONE}) {
            if (small.compareTo(from) < 0 && works.test(small)) {
                return small;
            }
        }
        if (from.compareTo(EXACT_BELOW) < 0) {
            return least(from, BigInteger.ONE, works);
        }
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            if (digits(from) == digits) {
                return leastRound(from, digits, works);
            }
            for (BigInteger round : new BigInteger[] {floor(from, digits), ceiling(from, digits)}) {
                if (works.test(round)) {
                    return leastRound(round, digits, works);
                }
            }
        }
        BigInteger least = works.test(from.subtract(BigInteger.ONE))
                ? least(from.subtract(BigInteger.ONE), BigInteger.ONE, works)
                : least(from, BigInteger.ONE, works, PROBES);
        return least.compareTo(EXACT_BELOW) < 0 ? least : small(rounded(least, works), works);
    }

    /** What is neither small nor round may be one of several that work, such as every number of a residue class. */
    private static BigInteger small(BigInteger found, Predicate<BigInteger> works) {
        if (digits(found) <= MOST_DIGITS) {
            return found;
        }
        for (int number = 2; number <= LARGEST_TRIED; number++) {
            BigInteger small = BigInteger.valueOf(number);
            if (works.test(small)) {
                return small;
            }
        }
        return found;
    }

    /** The least working number between {@code failing} (exclusive) and {@code from}, which works. */
    static BigInteger least(BigInteger from, BigInteger failing, Predicate<BigInteger> works) {
        return least(from, failing, works, Integer.MAX_VALUE);
    }

    /** As the other, but gives up after some numbers in a row that do not work. */
    private static BigInteger least(BigInteger from, BigInteger failing, Predicate<BigInteger> works, int patience) {
        BigInteger low = failing;
        BigInteger high = from;
        for (int vain = 0; vain < patience && high.subtract(low).compareTo(BigInteger.ONE) > 0; vain++) {
            BigInteger middle = low.add(high).shiftRight(1);
            if (works.test(middle)) {
                high = middle;
                vain = -1;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static BigInteger rounded(BigInteger least, Predicate<BigInteger> works) {
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            BigInteger round = ceiling(least, digits);
            if (digits(least) > digits && works.test(round)) {
                return round;
            }
        }
        return least;
    }

    /** The least working number with that many digits up to {@code from}, by bisection over their rank. */
    private static BigInteger leastRound(BigInteger from, int digits, Predicate<BigInteger> works) {
        int low = 0;
        int high = rank(from, digits);
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (works.test(ofRank(middle, digits))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        BigInteger round = ofRank(high, digits);
        return round.compareTo(EXACT_BELOW) < 0 ? least(round, BigInteger.ONE, works) : round;
    }

    /** The number of decimal digits without trailing zeros. */
    static int digits(BigInteger value) {
        String text = value.abs().toString();
        int end = text.length();
        while (end > 1 && text.charAt(end - 1) == '0') {
            end--;
        }
        return end;
    }

    private static int perDecade(int digits) {
        return 9 * (int) Math.pow(10, digits - 1);
    }

    private static int rank(BigInteger value, int digits) {
        int zeros = value.toString().length() - digits;
        int mantissa = value.divide(BigInteger.TEN.pow(zeros)).intValueExact();
        return zeros * perDecade(digits) + mantissa - perDecade(digits) / 9 + 1;
    }

    private static BigInteger ofRank(int rank, int digits) {
        int zeros = (rank - 1) / perDecade(digits);
        int mantissa = (rank - 1) % perDecade(digits) + perDecade(digits) / 9;
        return BigInteger.valueOf(mantissa).multiply(BigInteger.TEN.pow(zeros));
    }

    private static BigInteger floor(BigInteger value, int digits) {
        BigInteger unit = BigInteger.TEN.pow(value.toString().length() - digits);
        return value.divide(unit).multiply(unit);
    }

    private static BigInteger ceiling(BigInteger value, int digits) {
        BigInteger unit = BigInteger.TEN.pow(value.toString().length() - digits);
        return value.add(unit).subtract(BigInteger.ONE).divide(unit).multiply(unit);
    }
}
