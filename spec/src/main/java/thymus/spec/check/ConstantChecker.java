package thymus.spec.check;

import java.math.BigInteger;
import java.util.Optional;
import thymus.spec.syntax.InvParser;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Walk;

/** Checks numbers that must be constant. */
final class ConstantChecker {
    private final ExpressionChecker expressions;

    ConstantChecker(ExpressionChecker expressions) {
        this.expressions = expressions;
    }

    /** A constant from 0 to 2^256 - 1. */
    BigInteger natural(InvParser.ExpressionContext context, String role) {
        Expr expr = expressions.integer(context);
        refuseParameters(expr, role);
        Optional<BigInteger> value = expr instanceof Expr.IntegerLiteral l ? Optional.of(l.value()) : Optional.empty();
        if (value.filter(v -> v.signum() >= 0 && v.bitLength() <= 256).isEmpty()) {
            throw expressions.source.typeError(expr.span(), role + " is a constant from 0 to 2^256 - 1", "");
        }
        return value.get();
    }

    /** A constant of the kind that an int256 or a uint256 holds. */
    BigInteger word(InvParser.ExpressionContext context, String role) {
        Expr expr = expressions.integer(context);
        refuseParameters(expr, role);
        Optional<BigInteger> value = expr instanceof Expr.IntegerLiteral l ? Optional.of(l.value()) : Optional.empty();
        if (value.filter(v -> v.signum() >= 0 ? v.bitLength() <= 256 : v.bitLength() <= 255)
                .isEmpty()) {
            throw expressions.source.typeError(expr.span(), role + " is a constant from -2^255 to 2^256 - 1", "");
        }
        return value.get();
    }

    private void refuseParameters(Expr expr, String role) {
        Walk.all(expr).filter(Expr.Parameter.class::isInstance).findFirst().ifPresent(found -> {
            throw expressions.source.unsupported(
                    found.span(),
                    "the parameter '" + ((Expr.Parameter) found).name() + "' as " + role,
                    "write a number; setup passes parameters to constructors and calls");
        });
    }
}
