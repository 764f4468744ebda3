package thymus.spec.check;

import java.math.BigInteger;
import java.util.Optional;
import thymus.spec.syntax.InvParser;
import thymus.spec.text.Span;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Type;
import thymus.spec.tree.UnaryOperator;

/** Checks sums, products, and choices between numbers. Fractions stay exact as a number over a constant scale. */
final class ArithmeticChecker {
    private final ExpressionChecker expressions;

    ArithmeticChecker(ExpressionChecker expressions) {
        this.expressions = expressions;
    }

    PartialValue.Scalar sum(InvParser.SumExpressionContext context) {
        BinaryOperator operator = context.operator.getText().equals("+") ? BinaryOperator.ADD : BinaryOperator.SUBTRACT;
        return aligned(
                operator,
                expressions.number(context.expression(0)),
                expressions.number(context.expression(1)),
                expressions.span(context));
    }

    /** Converts both sides to a common scale and combines them. */
    PartialValue.Scalar aligned(
            BinaryOperator operator, PartialValue.Scalar left, PartialValue.Scalar right, Span span) {
        Fractions.Pair common = Fractions.of(left, right);
        return PartialValue.Scalar.of(
                binary(operator, common.left(), common.right(), span), common.scale(), common.divisor());
    }

    private Expr binary(BinaryOperator operator, Expr left, Expr right, Span span) {
        if (left instanceof Expr.IntegerLiteral l && right instanceof Expr.IntegerLiteral r) {
            BigInteger folded = Folding.fold(operator, l.value(), r.value());
            return Exprs.integer(new Literals(expressions.source).bounded(folded, span), span);
        }
        return new Expr.Binary(operator, left, right, span);
    }

    PartialValue.Scalar product(InvParser.ProductExpressionContext context) {
        PartialValue.Scalar left = expressions.number(context.expression(0));
        PartialValue.Scalar right = expressions.number(context.expression(1));
        Span span = expressions.span(context);
        return switch (context.operator.getText()) {
            case "*" -> multiply(left, right, span);
            case "/" -> divide(left, right, span);
            default -> modulo(left, right, span);
        };
    }

    private PartialValue.Scalar multiply(PartialValue.Scalar left, PartialValue.Scalar right, Span span) {
        BigInteger scale = new Literals(expressions.source).bounded(left.scale().multiply(right.scale()), span);
        Optional<Expr> divisor = Fractions.product(left.divisor(), right.divisor());
        if (divisor.isPresent()) {
            Expr product = left.literal().equals(Optional.of(BigInteger.ONE))
                    ? right.expr()
                    : right.literal().equals(Optional.of(BigInteger.ONE))
                            ? left.expr()
                            : binary(BinaryOperator.MULTIPLY, left.expr(), right.expr(), span);
            return PartialValue.Scalar.of(product, scale, divisor);
        }
        boolean fraction = !scale.equals(BigInteger.ONE);
        if (fraction && left.literal().isPresent() && right.literal().isPresent()) {
            BigInteger product = left.literal().get().multiply(right.literal().get());
            BigInteger common = product.gcd(scale).max(BigInteger.ONE);
            return PartialValue.Scalar.of(Exprs.integer(product.divide(common), span), scale.divide(common));
        }
        if (fraction && left.literal().equals(Optional.of(BigInteger.ONE))) {
            return PartialValue.Scalar.of(right.expr(), scale);
        }
        if (fraction && right.literal().equals(Optional.of(BigInteger.ONE))) {
            return PartialValue.Scalar.of(left.expr(), scale);
        }
        return PartialValue.Scalar.of(binary(BinaryOperator.MULTIPLY, left.expr(), right.expr(), span), scale);
    }

    /**
     * floor((l / scale) / r) is floor(l / (scale * r)). A fraction as divisor would need another scale for each value.
     */
    private PartialValue.Scalar divide(PartialValue.Scalar left, PartialValue.Scalar right, Span span) {
        refuseZero(right);
        refuseFraction(right);
        if (left.divisor().isPresent()) {
            Expr scaled = Exprs.times(right.expr(), left.scale());
            Expr divided = Fractions.times(scaled, left.divisor());
            return PartialValue.Scalar.of(binary(BinaryOperator.DIVIDE, left.expr(), divided, span), BigInteger.ONE);
        }
        if (left.literal().isPresent() && right.literal().isPresent()) {
            BigInteger divisor = right.literal().get().multiply(left.scale());
            if (left.literal().get().mod(divisor.abs()).signum() != 0) {
                throw expressions.source.typeError(
                        span,
                        "this division of constants is not exact, and / would round it down",
                        "write the fraction as a percentage or decimal, or divide last: x * 2 / 3");
            }
        }
        return PartialValue.Scalar.of(
                binary(BinaryOperator.DIVIDE, left.expr(), Exprs.times(right.expr(), left.scale()), span),
                BigInteger.ONE);
    }

    private PartialValue.Scalar modulo(PartialValue.Scalar left, PartialValue.Scalar right, Span span) {
        refuseZero(right);
        refuseFraction(left);
        refuseFraction(right);
        return PartialValue.Scalar.of(binary(BinaryOperator.MODULO, left.expr(), right.expr(), span));
    }

    private void refuseZero(PartialValue.Scalar divisor) {
        if (divisor.literal().filter(d -> d.signum() == 0).isPresent()) {
            throw expressions.source.typeError(divisor.span(), "division by zero", "");
        }
    }

    private void refuseFraction(PartialValue.Scalar operand) {
        expressions.expect(operand, Type.INTEGER, "");
    }

    PartialValue.Scalar negate(InvParser.PrefixExpressionContext context) {
        PartialValue.Scalar operand = expressions.number(context.expression());
        return unary(UnaryOperator.NEGATE, operand, expressions.span(context));
    }

    PartialValue.Scalar unary(UnaryOperator operator, PartialValue.Scalar operand, Span span) {
        Expr expr = operand.literal()
                .map(v -> (Expr) Exprs.integer(operator == UnaryOperator.ABSOLUTE ? v.abs() : v.negate(), span))
                .orElseGet(() -> new Expr.Unary(operator, operand.expr(), span));
        return PartialValue.Scalar.of(expr, operand.scale(), operand.divisor());
    }

    PartialValue.Scalar squared(InvParser.SquaredExpressionContext context) {
        PartialValue.Scalar operand = expressions.number(context.expression());
        Span span = expressions.span(context);
        Declarations environment = expressions.environment;
        // The operand stands there twice, and may be a square itself.
        environment.nodes += new Size(Expansion.DEEPEST, Expansion.MOST_NODES - environment.nodes)
                .of(operand)
                .orElseThrow(() -> environment.source.ruleError(
                        span, "squares of squares make this too large", "use fewer of them within each other"));
        return multiply(operand, operand, span);
    }

    PartialValue.Scalar power(InvParser.PowerExpressionContext context) {
        PartialValue.Scalar base = expressions.number(context.expression(0));
        PartialValue.Scalar exponent = expressions.number(context.expression(1));
        Span span = expressions.span(context);
        refuseFraction(base);
        refuseFraction(exponent);
        if (base.literal().isEmpty() || exponent.literal().isEmpty()) {
            throw expressions.source.unsupported(
                    span, "'**'", "powers of constants are possible; a square is written squared x");
        }
        BigInteger power = Folding.power(
                        base.literal().get(), exponent.literal().get())
                .orElseThrow(() -> expressions.source.typeError(
                        span,
                        "the power is negative or too large: numbers have at most " + Literals.MOST_BITS + " bits",
                        ""));
        return PartialValue.Scalar.of(Exprs.integer(power, span));
    }

    PartialValue.Scalar conditional(InvParser.ConditionalContext context) {
        Expr condition = expressions.truth(context.expression(0));
        PartialValue.Scalar then = expressions.scalar(context.expression(1));
        PartialValue.Scalar otherwise = expressions.scalar(context.expression(2));
        Span span = expressions.span(context);
        if (then.type() != otherwise.type()) {
            throw expressions.source.typeError(
                    span,
                    "the branches of ? : differ: " + Types.describe(then) + " and " + Types.describe(otherwise),
                    "");
        }
        Fractions.Pair common = Fractions.of(then, otherwise);
        return new PartialValue.Scalar(
                new Expr.Conditional(condition, common.left(), common.right(), span),
                common.scale(),
                then.abi(),
                Optional.empty(),
                common.divisor());
    }
}
