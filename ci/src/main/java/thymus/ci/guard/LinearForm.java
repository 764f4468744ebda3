package thymus.ci.guard;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.UnaryOperator;

/**
 * A sum of multiples, with a constant. Comparing two of them needs no number below zero, once each term is on its side.
 */
record LinearForm(List<Term> terms, BigInteger constant) {
    record Term(BigInteger factor, Expr atom) {}

    LinearForm {
        terms = List.copyOf(terms);
    }

    /** {@code left - right}. */
    static LinearForm difference(Expr left, Expr right) {
        Builder builder = new Builder();
        builder.add(left, BigInteger.ONE);
        builder.add(right, BigInteger.ONE.negate());
        return new LinearForm(builder.terms, builder.constant);
    }

    private static final class Builder {
        private final List<Term> terms = new ArrayList<>();
        private BigInteger constant = BigInteger.ZERO;

        void add(Expr expr, BigInteger factor) {
            switch (expr) {
                case Expr.IntegerLiteral e -> constant = constant.add(factor.multiply(e.value()));
                case Expr.Unary e when e.operator() == UnaryOperator.NEGATE -> add(e.operand(), factor.negate());
                case Expr.Binary e
                when e.operator() == BinaryOperator.ADD -> {
                    add(e.left(), factor);
                    add(e.right(), factor);
                }
                case Expr.Binary e
                when e.operator() == BinaryOperator.SUBTRACT -> {
                    add(e.left(), factor);
                    add(e.right(), factor.negate());
                }
                case Expr.Binary e
                when isScaling(e.operator(), e.left()) ->
                    add(e.right(), factor.multiply(((Expr.IntegerLiteral) e.left()).value()));
                case Expr.Binary e
                when isScaling(e.operator(), e.right()) ->
                    add(e.left(), factor.multiply(((Expr.IntegerLiteral) e.right()).value()));
                case Expr.Leaf _, Expr.StateRead _, Expr.Temporal _, Expr.Quantified _, Expr.Compound _ ->
                    terms.add(new Term(factor, expr));
            }
        }

        /** A product with zero stays: what it reads may fail, and then the property is no truth. */
        private static boolean isScaling(BinaryOperator operator, Expr factor) {
            return operator == BinaryOperator.MULTIPLY
                    && factor instanceof Expr.IntegerLiteral literal
                    && literal.value().signum() != 0;
        }
    }
}
