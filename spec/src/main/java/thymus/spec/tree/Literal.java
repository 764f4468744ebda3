package thymus.spec.tree;

import java.math.BigInteger;
import java.util.function.Function;
import thymus.spec.text.ByteNumber;
import thymus.spec.text.NumberText;

/** Renders constants. */
final class Literal {
    private Literal() {}

    static String print(Expr.IntegerLiteral literal) {
        BigInteger value = literal.value();
        if (literal.type() == Type.ADDRESS) {
            return "0x" + "0".repeat(Math.max(0, 40 - value.toString(16).length())) + value.toString(16);
        }
        if (literal.type() == Type.TEXT) {
            return ByteNumber.print(value);
        }
        return literal.type() == Type.BYTES ? "bytes(0x" + value.toString(16) + ")" : integer(value);
    }

    private static String integer(BigInteger value) {
        int bits = value.bitLength();
        boolean greatest = value.signum() > 0 && bits >= 64 && bits <= 256 && bits % 8 == 0 && value.bitCount() == bits;
        if (greatest) {
            return "max(uint" + bits + ")";
        }
        return NumberText.value(value);
    }

    /** Renders a constant duration in the largest unit that divides it. */
    static String duration(Expr seconds, Function<Expr, String> printer) {
        if (!(seconds instanceof Expr.IntegerLiteral literal) || literal.value().signum() <= 0) {
            return printer.apply(seconds);
        }
        String[] units = {"days", "hours", "minutes"};
        long[] lengths = {86_400, 3600, 60};
        for (int i = 0; i < units.length; i++) {
            BigInteger[] parts = literal.value().divideAndRemainder(BigInteger.valueOf(lengths[i]));
            boolean plural = parts[0].compareTo(BigInteger.ONE) > 0;
            if (parts[1].signum() == 0 && (plural || units[i].equals("minutes"))) {
                return NumberText.value(parts[0]) + " " + units[i];
            }
        }
        return NumberText.value(literal.value()) + " seconds";
    }

    static String quote(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t") + "\"";
    }
}
