package thymus.spec.text;

import java.math.BigInteger;
import java.util.Locale;

/**
 * Numbers for readers, in two styles: {@code 12,500} is how many there are of something, {@code 12_500} is a value that
 * can be pasted into a specification. What only names something, such as the id of a chain or a seed, is not grouped.
 */
public final class NumberText {
    private NumberText() {}

    /** {@code 12,500}. */
    public static String prose(long number) {
        return prose(BigInteger.valueOf(number));
    }

    /** {@code 12,500}. */
    public static String prose(BigInteger number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /**
     * {@code 1 step}, {@code 12,500 steps}.
     *
     * @param thing whose plural has an s at its end
     */
    public static String count(long number, String thing) {
        return count(number, thing, thing + "s");
    }

    /** {@code 1 property}, {@code 2 properties}. */
    public static String count(long number, String one, String several) {
        return prose(number) + " " + (number == 1 ? one : several);
    }

    /** {@code 12_500}, {@code 3e18}. */
    public static String value(BigInteger value) {
        String digits = value.abs().toString();
        String sign = value.signum() < 0 ? "-" : "";
        int zeros = digits.length() - digits.replaceAll("0+$", "").length();
        // Tokens have 18 or 6 decimals as a rule: amounts read best in whole ones.
        for (int exponent : new int[] {18, 9, 6}) {
            if (value.signum() != 0 && zeros >= exponent) {
                return sign + group(digits.substring(0, digits.length() - exponent)) + "e" + exponent;
            }
        }
        return sign + group(digits);
    }

    /** {@code 12_500}, {@code 3_000_000}: what is counted on and not measured, such as blocks. */
    public static String digits(long value) {
        return digits(BigInteger.valueOf(value));
    }

    /** {@code 12_500}, {@code 3_000_000}. */
    public static String digits(BigInteger value) {
        return group(value.toString());
    }

    private static String group(String digits) {
        return digits.length() < 5 ? digits : digits.replaceAll("(?<=[0-9])(?=(?:[0-9]{3})+$)", "_");
    }
}
