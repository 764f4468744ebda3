package thymus.spec.check;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import thymus.spec.contract.AbiType;
import thymus.spec.syntax.InvParser;
import thymus.spec.text.ByteNumber;
import thymus.spec.text.Span;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Type;

/** Checks comparisons. Their sides must have the same type, and fractions become integers by scaling both sides. */
final class ComparisonChecker {
    private final ExpressionChecker expressions;

    ComparisonChecker(ExpressionChecker expressions) {
        this.expressions = expressions;
    }

    PartialValue.Scalar comparison(InvParser.ComparisonContext context) {
        Span span = expressions.span(context);
        for (InvParser.ExpressionContext side : context.expression()) {
            if (side instanceof InvParser.ComparisonContext) {
                throw expressions.source.typeError(
                        span, "comparisons do not chain", "write a < b && b < c, or parentheses around a truth value");
            }
        }
        String sign = context.operator.getText();
        PartialValue.Scalar first = expressions.comparable(context.expression(0));
        PartialValue.Scalar second = expressions.comparable(context.expression(1));
        PartialValue.Scalar left = asBytes(first, second);
        PartialValue.Scalar right = asBytes(second, first);
        for (PartialValue.Scalar side : List.of(left, right)) {
            if (isLiteral(side)) {
                expressions.checked(side);
            }
        }
        requireSameType(left, right, sign, span);
        refuseRoundedQuotient(left, right);
        refuseRoundedQuotient(right, left);
        Fractions.Pair common = Fractions.of(left, right);
        Expr l = common.left();
        Expr r = common.right();
        boolean swap = sign.startsWith(">");
        return PartialValue.Scalar.of(
                new Expr.Binary(operator(sign), swap ? r : l, swap ? l : r, span), new AbiType.Bool());
    }

    private static BinaryOperator operator(String sign) {
        return switch (sign) {
            case "<", ">" -> BinaryOperator.LESS;
            case "<=", ">=" -> BinaryOperator.LESS_OR_EQUAL;
            case "==" -> BinaryOperator.EQUAL;
            default -> BinaryOperator.NOT_EQUAL;
        };
    }

    /** A hexadecimal literal compared with a bytesN value spells that many bytes. */
    private PartialValue.Scalar asBytes(PartialValue.Scalar scalar, PartialValue.Scalar other) {
        if (other.type() == Type.TEXT && !isLiteral(other)) {
            return asText(scalar);
        }
        boolean literal = scalar.hexDigits().isPresent() && scalar.type() != Type.BYTES;
        if (!literal || other.type() != Type.BYTES) {
            return scalar;
        }
        return other.abi().isPresent() && other.abi().get() instanceof AbiType.FixedBytes bytes
                ? new ArgumentChecker(expressions).bytes(scalar, bytes, "the other side")
                : scalar;
    }

    private static boolean isLiteral(PartialValue.Scalar scalar) {
        return scalar.expr() instanceof Expr.TextLiteral;
    }

    /** A literal compared with a string or bytes spells the characters, or with 0x the bytes. */
    private PartialValue.Scalar asText(PartialValue.Scalar scalar) {
        Span span = scalar.span();
        if (scalar.expr() instanceof Expr.TextLiteral literal) {
            byte[] bytes = scalar.hexDigits().isPresent()
                    ? new byte[0]
                    : literal.text().getBytes(StandardCharsets.UTF_8);
            return PartialValue.Scalar.of(new Expr.IntegerLiteral(ByteNumber.of(bytes), Type.TEXT, span));
        }
        if (scalar.hexDigits().isPresent() && scalar.expr() instanceof Expr.IntegerLiteral number) {
            int digits = scalar.hexDigits().get();
            if (digits % 2 != 0) {
                throw expressions.source.typeError(
                        span, "bytes have two digits each, and these are " + digits, "a byte below 0x10 begins with 0");
            }
            byte[] bytes = HexFormat.of().parseHex(String.format("%0" + digits + "x", number.value()));
            return PartialValue.Scalar.of(new Expr.IntegerLiteral(ByteNumber.of(bytes), Type.TEXT, span));
        }
        return scalar;
    }

    private void requireSameType(PartialValue.Scalar left, PartialValue.Scalar right, String sign, Span span) {
        String both = Types.describe(left) + " with " + Types.describe(right);
        boolean sizes = left.type() == Type.BYTES
                && left.abi().isPresent()
                && right.abi().isPresent()
                && !left.abi().equals(right.abi());
        if (left.type() != right.type() || sizes) {
            throw expressions.source.typeError(span, "cannot compare " + both, advice(left, right));
        }
        boolean ordered = left.type() == Type.INTEGER || left.type() == Type.BYTES;
        boolean equality = sign.equals("==") || sign.equals("!=");
        if (!ordered && !equality) {
            String what = left.type() == Type.TRUTH
                    ? "truth values"
                    : left.type() == Type.TEXT ? "strings and bytes" : "addresses";
            throw expressions.source.typeError(
                    span, what + " have no order: '" + sign + "' cannot compare " + both, "use == or !=");
        }
    }

    private static String advice(PartialValue.Scalar left, PartialValue.Scalar right) {
        boolean addresses = left.type() == Type.ADDRESS || right.type() == Type.ADDRESS;
        if (left.type() == Type.TEXT || right.type() == Type.TEXT) {
            return "a string is written in quotes, bytes as 0x and two digits each";
        }
        boolean numbers = left.type() == Type.INTEGER || right.type() == Type.INTEGER;
        return addresses && numbers ? "an address is written with 40 hexadecimal digits, or address(0)" : "";
    }

    /** Refuses x / y <= 10%, which would compare the rounded quotient and is almost never intended. */
    private void refuseRoundedQuotient(PartialValue.Scalar quotient, PartialValue.Scalar other) {
        boolean divided = quotient.expr() instanceof Expr.Binary b && b.operator() == BinaryOperator.DIVIDE;
        Optional<Span> place = divided && !other.isWhole() ? Optional.of(quotient.span()) : Optional.empty();
        if (place.isPresent()) {
            throw expressions.source.typeError(
                    place.get(),
                    "/ rounds down to a whole number, which is then compared with a fraction",
                    "multiply instead: x <= 10% * y");
        }
    }
}
