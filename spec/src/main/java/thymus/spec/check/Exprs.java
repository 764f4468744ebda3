package thymus.spec.check;

import java.math.BigInteger;
import thymus.spec.text.Span;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Type;
import thymus.spec.tree.UnaryOperator;

/** Builds typed trees in normal form: constants are folded and factors of 1 removed. */
final class Exprs {
    private Exprs() {}

    static Expr.IntegerLiteral integer(BigInteger value, Span span) {
        return new Expr.IntegerLiteral(value, Type.INTEGER, span);
    }

    static Expr times(Expr expr, BigInteger factor) {
        if (factor.equals(BigInteger.ONE)) {
            return expr;
        }
        if (expr instanceof Expr.IntegerLiteral literal) {
            return integer(literal.value().multiply(factor), literal.span());
        }
        return new Expr.Binary(BinaryOperator.MULTIPLY, integer(factor, expr.span()), expr, expr.span());
    }

    static Expr and(Expr left, Expr right) {
        return new Expr.Binary(BinaryOperator.AND, left, right, left.span());
    }

    static Expr or(Expr left, Expr right) {
        return new Expr.Binary(BinaryOperator.OR, left, right, left.span());
    }

    static Expr not(Expr expr) {
        return new Expr.Unary(UnaryOperator.NOT, expr, expr.span());
    }

    static BigInteger leastCommonMultiple(BigInteger a, BigInteger b) {
        return a.divide(a.gcd(b)).multiply(b);
    }
}
