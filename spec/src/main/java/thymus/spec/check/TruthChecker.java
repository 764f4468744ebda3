package thymus.spec.check;

import thymus.spec.contract.AbiType;
import thymus.spec.syntax.InvParser;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.UnaryOperator;

/** Checks {@code and}, {@code or}, {@code not} and implications. */
final class TruthChecker {
    private final ExpressionChecker expressions;

    TruthChecker(ExpressionChecker expressions) {
        this.expressions = expressions;
    }

    PartialValue.Scalar not(InvParser.PrefixExpressionContext context) {
        Expr operand = expressions.truth(context.expression());
        return truth(new Expr.Unary(UnaryOperator.NOT, operand, expressions.span(context)));
    }

    PartialValue.Scalar conjunction(InvParser.ConjunctionContext context) {
        return binary(BinaryOperator.AND, context.expression(0), context.expression(1), context);
    }

    PartialValue.Scalar disjunction(InvParser.DisjunctionContext context) {
        return binary(BinaryOperator.OR, context.expression(0), context.expression(1), context);
    }

    PartialValue.Scalar implication(InvParser.ImplicationContext context) {
        return binary(BinaryOperator.IMPLIES, context.expression(0), context.expression(1), context);
    }

    private PartialValue.Scalar binary(
            BinaryOperator operator,
            InvParser.ExpressionContext left,
            InvParser.ExpressionContext right,
            InvParser.ExpressionContext whole) {
        return truth(
                new Expr.Binary(operator, expressions.truth(left), expressions.truth(right), expressions.span(whole)));
    }

    private static PartialValue.Scalar truth(Expr expr) {
        return PartialValue.Scalar.of(expr, new AbiType.Bool());
    }
}
