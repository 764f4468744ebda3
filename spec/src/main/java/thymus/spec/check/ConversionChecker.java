package thymus.spec.check;

import java.util.Optional;
import java.util.function.Supplier;
import thymus.spec.contract.AbiType;
import thymus.spec.syntax.InvParser;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Type;

/** Checks typed constants: {@code address(0)}, {@code bytes32("x")}, {@code bytes(0x12)}. */
final class ConversionChecker {
    private final ExpressionChecker expressions;

    ConversionChecker(ExpressionChecker expressions) {
        this.expressions = expressions;
    }

    PartialValue address(InvParser.ExpressionContext argument, Span span) {
        PartialValue.Scalar operand = expressions.scalar(argument);
        if (operand.type() == Type.ADDRESS) {
            return operand;
        }
        boolean small = operand.isWhole()
                && operand.literal()
                        .filter(v -> v.signum() >= 0 && v.bitLength() <= 160)
                        .isPresent();
        if (!small) {
            throw expressions.source.typeError(
                    span,
                    "address(…) takes an address or a constant below 2^160, found " + Types.describe(operand),
                    "");
        }
        Expr literal = new Expr.IntegerLiteral(operand.literal().get(), Type.ADDRESS, span);
        return PartialValue.Scalar.of(literal, new AbiType.Address());
    }

    /**
     * Converts {@code bytes32(0x…)}, which spells every byte, and {@code bytes(0x…)}, the number for any size.
     *
     * @return empty if the function does not have the name of a type
     */
    Optional<PartialValue> conversion(
            String function, InvParser.CallExpressionContext context, Supplier<InvParser.ExpressionContext> argument) {
        Span span = expressions.span(context);
        if (function.equals("bytes")) {
            return Optional.of(number(argument.get(), span));
        }
        Optional<AbiType> type = Types.word(function);
        if (type.isPresent() && type.get() instanceof AbiType.FixedBytes bytes) {
            PartialValue value = new MemberChecker(expressions).finish(expressions.value(argument.get()));
            return Optional.of(new ArgumentChecker(expressions).bytes((PartialValue.Scalar) value, bytes, "the value"));
        }
        if (type.isPresent()) {
            throw expressions.source.typeError(
                    span,
                    "there are no conversions between types: integers have no width here",
                    "leave " + function + "(…) out");
        }
        return Optional.empty();
    }

    private PartialValue number(InvParser.ExpressionContext argument, Span span) {
        PartialValue.Scalar operand = expressions.scalar(argument);
        boolean constant = operand.isWhole()
                && operand.expr() instanceof Expr.IntegerLiteral literal
                && literal.value().signum() >= 0;
        if (!constant) {
            throw expressions.source.typeError(span, "bytes(…) takes a hexadecimal constant", "");
        }
        return PartialValue.Scalar.of(
                new Expr.IntegerLiteral(((Expr.IntegerLiteral) operand.expr()).value(), Type.BYTES, span));
    }
}
