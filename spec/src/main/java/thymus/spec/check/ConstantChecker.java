package thymus.spec.check;

import java.math.BigInteger;
import java.util.Optional;
import thymus.spec.syntax.InvParser;
import thymus.spec.tree.Expr;

/** Checks numbers that must be constant. */
final class ConstantChecker {
    private final ExpressionChecker expressions;

    ConstantChecker(ExpressionChecker expressions) {
        this.expressions = expressions;
    }

    /** A constant from 0 to 2^256 - 1. */
    BigInteger natural(InvParser.ExpressionContext context, String role) {
        Expr expr = expressions.integer(context);
        Optional<BigInteger> value = expr instanceof Expr.IntegerLiteral l ? Optional.of(l.value()) : Optional.empty();
        if (value.filter(v -> v.signum() >= 0 && v.bitLength() <= 256).isEmpty()) {
            throw expressions.source.typeError(expr.span(), role + " is a constant from 0 to 2^256 - 1", "");
        }
        return value.get();
    }
}
