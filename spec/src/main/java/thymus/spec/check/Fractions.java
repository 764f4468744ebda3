package thymus.spec.check;

import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.Stream;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Printer;

/** Brings fractions to a common denominator, so that nothing is rounded. */
final class Fractions {
    private Fractions() {}

    /** The numerators over {@code scale * divisor}, which is above 0. */
    record Pair(Expr left, Expr right, BigInteger scale, Optional<Expr> divisor) {}

    static Pair of(PartialValue.Scalar left, PartialValue.Scalar right) {
        BigInteger scale = Exprs.leastCommonMultiple(left.scale(), right.scale());
        Expr l = Exprs.times(left.expr(), scale.divide(left.scale()));
        Expr r = Exprs.times(right.expr(), scale.divide(right.scale()));
        if (left.divisor().map(Printer::print).equals(right.divisor().map(Printer::print))) {
            return new Pair(l, r, scale, left.divisor());
        }
        return new Pair(
                times(l, right.divisor()), times(r, left.divisor()), scale, product(left.divisor(), right.divisor()));
    }

    static Expr times(Expr expr, Optional<Expr> factor) {
        return factor.map(f -> (Expr) new Expr.Binary(BinaryOperator.MULTIPLY, expr, f, expr.span()))
                .orElse(expr);
    }

    static Optional<Expr> product(Optional<Expr> left, Optional<Expr> right) {
        return Stream.concat(left.stream(), right.stream()).reduce((l, r) -> times(l, Optional.of(r)));
    }
}
