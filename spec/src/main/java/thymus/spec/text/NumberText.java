package thymus.spec.text;

import java.math.BigInteger;
import java.util.Locale;

/** Numbers in sentences. */
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

    /** {@code 1 step}, {@code 12,500 steps}. @param thing whose plural has an s at its end */
    public static String count(long number, String thing) {
        return count(number, thing, thing + "s");
    }

    /** {@code 1 property}, {@code 2 properties}. */
    public static String count(long number, String one, String several) {
        return prose(number) + " " + (number == 1 ? one : several);
    }
}
