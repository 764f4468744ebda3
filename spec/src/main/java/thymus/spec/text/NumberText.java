package thymus.spec.text;

import java.math.BigInteger;
import java.util.Locale;

/**
 * Renders numbers in two styles: {@code 12,500} is a count, and {@code 12_500} is a value that can be pasted into a
 * specification. Identifiers, such as a chain id or a seed, are not grouped.
 */
public final class NumberText {
    private NumberText() {}

    /** Renders {@code 12,500}. */
    public static String prose(long number) {
        return prose(BigInteger.valueOf(number));
    }

    /** Renders {@code 12,500}. */
    public static String prose(BigInteger number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /**
     * Renders {@code 1 step}, {@code 12,500 steps}.
     *
     * @param thing a noun whose plural ends in s
     */
    public static String count(long number, String thing) {
        return count(number, thing, thing + "s");
    }

    /** Renders {@code 1 property}, {@code 2 properties}. */
    public static String count(long number, String one, String several) {
        return prose(number) + " " + (number == 1 ? one : several);
    }

    /** Renders {@code 12_500}, {@code 3e18}. */
    public static String value(BigInteger value) {
        String digits = value.abs().toString();
        String sign = value.signum() < 0 ? "-" : "";
        int zeros = digits.length() - digits.replaceAll("0+$", "").length();
        // Tokens usually have 18 or 6 decimals, and amounts are most readable in whole tokens.
        for (int exponent : new int[] {18, 9, 6}) {
            if (value.signum() != 0 && zeros >= exponent) {
                return sign + group(digits.substring(0, digits.length() - exponent)) + "e" + exponent;
            }
        }
        return sign + group(digits);
    }

    /** Renders {@code 12_500}, {@code 3_000_000}, for exact numbers such as block numbers. */
    public static String digits(long value) {
        return digits(BigInteger.valueOf(value));
    }

    /** Renders {@code 12_500}, {@code 3_000_000}. */
    public static String digits(BigInteger value) {
        return group(value.toString());
    }

    private static String group(String digits) {
        return digits.length() < 5 ? digits : digits.replaceAll("(?<=[0-9])(?=(?:[0-9]{3})+$)", "_");
    }
}
