package thymus.spec.check;

import java.math.BigInteger;
import java.util.Optional;
import thymus.spec.contract.AbiType;
import thymus.spec.syntax.InvParser;

/** Checks the least and greatest value of a type: {@code max(uint256)}, {@code type(uint256).max}. */
final class BoundChecker {
    private final ExpressionChecker expressions;

    BoundChecker(ExpressionChecker expressions) {
        this.expressions = expressions;
    }

    /** {@code type(T).max} and {@code type(T).min}. */
    Optional<PartialValue> typeBound(InvParser.MemberExpressionContext context) {
        boolean isType = context.expression() instanceof InvParser.CallExpressionContext call
                && call.expression().getText().equals("type");
        if (!isType) {
            return Optional.empty();
        }
        InvParser.CallExpressionContext call = (InvParser.CallExpressionContext) context.expression();
        String argument = call.arguments() == null ? "" : call.arguments().getText();
        String member = context.member().getText();
        if (!member.equals("max") && !member.equals("min")) {
            throw expressions.source.nameError(
                    expressions.source.span(context.member()),
                    "a type has no member '" + member + "'",
                    "use .min or .max");
        }
        return Optional.of(bound(argument, member.equals("max"), context));
    }

    /** {@code max(T)} and {@code min(T)}, if the argument is the name of a type. */
    Optional<PartialValue> calledBound(InvParser.CallExpressionContext context, boolean greatest) {
        String argument = context.arguments() == null ? "" : context.arguments().getText();
        return Types.word(argument).isPresent()
                        && expressions.locals.find(argument).isEmpty()
                ? Optional.of(bound(argument, greatest, context))
                : Optional.empty();
    }

    private PartialValue bound(String name, boolean greatest, InvParser.ExpressionContext context) {
        Optional<AbiType> type = Types.word(name);
        Optional<BigInteger> bound = type.flatMap(t -> greatest ? Types.greatest(t) : Types.least(t));
        if (bound.isEmpty()) {
            throw expressions.source.typeError(
                    expressions.span(context),
                    "'" + name + "' is not an integer type",
                    "use one such as uint256 or int128");
        }
        return PartialValue.Scalar.of(Exprs.integer(bound.get(), expressions.span(context)), type.get());
    }
}
