package thymus.solver.proof;

import java.math.BigInteger;
import java.util.function.Function;
import thymus.spec.text.NumberText;
import thymus.spec.tree.Type;
import thymus.system.replay.ReplayPrinter;

/**
 * Renders values with the names of a specification.
 *
 * @param names gives the name of an address
 */
record ValueText(Function<BigInteger, String> names) {
    private static final BigInteger GREATEST = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

    /** Models often use numbers near the ends of a range, whose 78 digits differ only in the last ones. */
    private static final BigInteger NEAR = BigInteger.valueOf(1_000_000);

    String of(Type type, BigInteger value) {
        if (type == Type.ADDRESS) {
            return names.apply(value);
        }
        if (type == Type.TRUTH) {
            return value.signum() == 0 ? "false" : "true";
        }
        if (type == Type.BYTES) {
            return "0x" + value.toString(16);
        }
        BigInteger missing = GREATEST.subtract(value);
        if (missing.signum() < 0 || missing.compareTo(NEAR) > 0) {
            return NumberText.value(value);
        }
        return "max(uint256)" + (missing.signum() == 0 ? "" : " - " + NumberText.value(missing));
    }

    /** Renders a moment as the duration to another one, because absolute dates are hard to read. */
    static String moment(BigInteger moment, BigInteger now) {
        int order = moment.compareTo(now);
        BigInteger seconds = moment.subtract(now).abs();
        if (order == 0) {
            return "at that time";
        }
        // A time that was never set is zero, about fifty years ago.
        String length =
                seconds.bitLength() > 62 ? NumberText.value(seconds) + " seconds" : duration(seconds.longValue());
        return length + (order < 0 ? " before" : " after");
    }

    static String duration(long seconds) {
        return seconds == 0 ? "0 seconds" : ReplayPrinter.duration(seconds);
    }
}
