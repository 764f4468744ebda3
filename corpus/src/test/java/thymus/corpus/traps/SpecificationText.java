package thymus.corpus.traps;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/** An expression as the language of specifications has it: over numbers without width. */
final class SpecificationText {
    private SpecificationText() {}

    /** @return empty if the language has no words for it, or too many of them were needed */
    static Optional<String> of(Expr expr) {
        String text = text(expr);
        return text == null || text.length() > 2500 ? Optional.empty() : Optional.of(text);
    }

    private static String text(Expr expr) {
        return switch (expr) {
            case Expr.Argument a -> a.name();
            case Expr.Constant c -> c.value().toString();
            case Expr.Binary b -> binary(b);
            case Expr.Not n -> form("(2 ** 256 - 1 - %s)", n.operand());
            case Expr.Narrow n -> form("(%s % 2 ** " + n.bits() + ")", n.operand());
            case Expr.SignExtended s ->
                form(
                        "(((%s + 2 ** " + (s.bits() - 1) + ") % 2 ** " + s.bits() + " - 2 ** " + (s.bits() - 1)
                                + ") % 2 ** 256)",
                        s.operand());
            case Expr.Modular m ->
                form(
                        m.product() ? "(%s * %s % " + m.modulus() + ")" : "((%s + %s) % " + m.modulus() + ")",
                        m.left(),
                        m.right());
            case Expr.Choice c -> form("(%s < %s ? %s : %s)", c.left(), c.right(), c.then(), c.otherwise());
            case Expr.Byte b -> form("(%s / 2 ** " + 8 * (31 - b.index()) + " % 256)", b.operand());
        };
    }

    private static String binary(Expr.Binary b) {
        Expr x = b.left();
        Expr y = b.right();
        return switch (b.operator()) {
            case ADD -> form("((%s + %s) % 2 ** 256)", x, y);
            case SUBTRACT -> form("((%s - %s) % 2 ** 256)", x, y);
            case MULTIPLY -> form("(%s * %s % 2 ** 256)", x, y);
            case DIVIDE -> form("(%s / %s)", x, y);
            case MODULO -> form("(%s % %s)", x, y);
            case POWER -> y instanceof Expr.Constant c ? power(x, c.value().intValueExact()) : null;
            case AND ->
                y instanceof Expr.Constant c && isMask(c.value())
                        ? form("(%s % " + c.value().add(BigInteger.ONE) + ")", x)
                        : null;
            case OR, XOR -> null;
            case SHIFT_LEFT -> form("(%s * 2 ** %s % 2 ** 256)", x, y);
            case SHIFT_RIGHT -> form("(%s / 2 ** %s)", x, y);
            // Toward 0: that of the distance from 0, with the sign again.
            case SIGNED_DIVIDE ->
                form("(%s < 2 ** 255 ? %s / %s : (-((2 ** 256 - %s) / %s)) % 2 ** 256)", x, x, y, x, y);
            case SIGNED_MODULO ->
                form("(%s < 2 ** 255 ? %s % %s : (-((2 ** 256 - %s) % %s)) % 2 ** 256)", x, x, y, x, y);
            case SIGNED_SHIFT -> form("((%s < 2 ** 255 ? %s : %s - 2 ** 256) / 2 ** %s % 2 ** 256)", x, x, x, y);
        };
    }

    /** The language has powers of constants only. */
    private static String power(Expr x, int exponent) {
        Expr[] factors = new Expr[exponent];
        Arrays.fill(factors, x);
        return form("(%s" + " * %s".repeat(exponent - 1) + " % 2 ** 256)", factors);
    }

    private static boolean isMask(BigInteger value) {
        return value.signum() > 0 && value.add(BigInteger.ONE).bitCount() == 1;
    }

    /** Puts texts in the places of {@code %s}, unless one of them is missing. */
    private static String form(String pattern, Expr... parts) {
        String text = pattern;
        for (Expr part : parts) {
            String of = text(part);
            if (of == null) {
                return null;
            }
            text = text.replaceFirst("%s", of);
        }
        return text;
    }
}
