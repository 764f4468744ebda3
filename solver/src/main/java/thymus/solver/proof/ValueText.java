package thymus.solver.proof;

import java.math.BigInteger;
import java.util.function.Function;
import thymus.spec.text.NumberText;
import thymus.spec.tree.Type;
import thymus.system.replay.ReplayPrinter;

/**
 * Values in the names of a specification.
 *
 * @param names what an address is called
 */
record ValueText(Function<BigInteger, String> names) {
    private static final BigInteger GREATEST = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

    /** Solvers like the ends of a range: numbers of 78 digits that differ in the last ones. */
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

    /** A moment by the time between it and another one: dates as numbers tell a reader nothing. */
    static String moment(BigInteger moment, BigInteger now) {
        int order = moment.compareTo(now);
        BigInteger seconds = moment.subtract(now).abs();
        if (order == 0) {
            return "at that time";
        }
        // What was never set is zero, some fifty years back.
        String length =
                seconds.bitLength() > 62 ? NumberText.value(seconds) + " seconds" : duration(seconds.longValue());
        return length + (order < 0 ? " before" : " after");
    }

    static String duration(long seconds) {
        return seconds == 0 ? "0 seconds" : ReplayPrinter.duration(seconds);
    }
}
