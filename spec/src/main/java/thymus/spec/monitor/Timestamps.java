package thymus.spec.monitor;

import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import thymus.spec.text.NumberText;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;

/** Finds values that are timestamps and renders them as dates. */
final class Timestamps {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** 2001-09-09. Smaller values are more likely zero or a duration. */
    private static final BigInteger FIRST = BigInteger.valueOf(1_000_000_000L);
    /** The end of the year 9999. */
    private static final BigInteger LAST = BigInteger.valueOf(253_402_300_799L);

    private static final long[] SECONDS = {86_400, 3_600, 60, 1};
    private static final String[] UNITS = {"day", "hour", "minute", "second"};

    private Timestamps() {}

    /** Returns whether the expression is the clock, or the clock plus or minus a number of seconds. */
    static boolean isTimestamp(Expr expr) {
        if (expr instanceof Expr.Context context) {
            return context.field() == Expr.Context.Field.TIMESTAMP;
        }
        if (expr instanceof Expr.Previous previous) {
            return isTimestamp(previous.operand());
        }
        return expr instanceof Expr.Binary binary && isTimestamp(binary);
    }

    private static boolean isTimestamp(Expr.Binary sum) {
        boolean left = isTimestamp(sum.left());
        return (sum.operator() == BinaryOperator.ADD && left != isTimestamp(sum.right()))
                || (sum.operator() == BinaryOperator.SUBTRACT && left && sum.right() instanceof Expr.IntegerLiteral);
    }

    static String show(BigInteger value) {
        String digits = NumberText.digits(value);
        return isDate(value)
                ? DATE.format(Instant.ofEpochSecond(value.longValueExact())) + " UTC (" + digits + ")"
                : digits;
    }

    /** Renders ", 2 days 3 hours apart" if both are different dates. */
    static String distance(BigInteger left, BigInteger right) {
        if (!isDate(left) || !isDate(right) || left.equals(right)) {
            return "";
        }
        long rest = left.subtract(right).abs().longValueExact();
        StringBuilder text = new StringBuilder(",");
        for (int i = 0; i < UNITS.length; i++) {
            long count = rest / SECONDS[i];
            rest %= SECONDS[i];
            text.append(count == 0 ? "" : " " + NumberText.count(count, UNITS[i]));
        }
        return text + " apart";
    }

    private static boolean isDate(BigInteger value) {
        return value.compareTo(FIRST) >= 0 && value.compareTo(LAST) <= 0;
    }
}
