package thymus.spec.check;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.spec.contract.AbiType;
import thymus.spec.syntax.InvParser;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;

/** {@code base.member} and {@code base[index]}, and the scalar that they come to. */
final class MemberChecker {
    private final ExpressionChecker expressions;

    MemberChecker(ExpressionChecker expressions) {
        this.expressions = expressions;
    }

    PartialValue member(InvParser.MemberExpressionContext context) {
        Optional<PartialValue> fact = new NameChecker(expressions).fact(context);
        if (fact.isPresent()) {
            return fact.get();
        }
        Optional<PartialValue> bound = new BoundChecker(expressions).typeBound(context);
        if (bound.isPresent()) {
            return bound.get();
        }
        Optional<PartialValue> selector = new SelectorChecker(expressions).selector(context);
        if (selector.isPresent()) {
            return selector.get();
        }
        Optional<PartialValue> enumMember = new EnumChecker(expressions).member(context);
        if (enumMember.isPresent()) {
            return enumMember.get();
        }
        Optional<String> instance = instance(context.expression());
        String member = context.member().getText();
        if (instance.isPresent()) {
            return new StorageChecker(expressions).variable(instance.get(), context);
        }
        return switch (expressions.value(context.expression())) {
            case PartialValue.Place place -> new StorageChecker(expressions).member(place, context);
            case PartialValue.Results results -> new ResultChecker(expressions).member(results, context);
            case PartialValue.Scalar scalar -> throw noMember(scalar, member, context);
            case PartialValue.Group group -> throw noMember(group, member, context);
        };
    }

    private RuntimeException noMember(PartialValue base, String member, InvParser.MemberExpressionContext context) {
        String advice = member.equals("balance")
                ? "the ether of an account is balance(" + context.expression().getText() + ")"
                : "members belong to deployed contracts, structs and results";
        return expressions.source.typeError(
                expressions.source.span(context.member()),
                Types.describe(base) + " has no member '" + member + "'",
                advice);
    }

    PartialValue index(InvParser.IndexExpressionContext context) {
        return switch (expressions.value(context.expression(0))) {
            case PartialValue.Place place -> new StorageChecker(expressions).index(place, context);
            case PartialValue.Results results -> new ResultChecker(expressions).index(results, context);
            case PartialValue.Scalar scalar -> throw noElements(scalar, context);
            case PartialValue.Group group -> throw noElements(group, context);
        };
    }

    private RuntimeException noElements(PartialValue base, InvParser.IndexExpressionContext context) {
        return expressions.source.typeError(expressions.span(context), Types.describe(base) + " cannot be indexed", "");
    }

    /** The deployed contract that an expression names, if it is just such a name. */
    Optional<String> instance(InvParser.ExpressionContext context) {
        boolean named = context instanceof InvParser.NameExpressionContext;
        return named && expressions.environment.instances.containsKey(context.getText())
                ? Optional.of(context.getText())
                : Optional.empty();
    }

    /** The scalar that a value comes to, once nothing more is selected from it. */
    PartialValue.Scalar finish(PartialValue value) {
        return switch (value) {
            case PartialValue.Scalar scalar -> scalar;
            case PartialValue.Place place -> new StorageChecker(expressions).finish(place);
            case PartialValue.Results results -> new ResultChecker(expressions).finish(results);
            case PartialValue.Group group ->
                throw expressions.source.typeError(
                        group.span(), "a tuple or array is an argument of a call, nothing else", "");
        };
    }

    /** A constant index below {@code length}. */
    int position(InvParser.ExpressionContext context, int length) {
        PartialValue.Scalar scalar = expressions.scalar(context);
        Optional<BigInteger> literal = scalar.isWhole() ? scalar.literal() : Optional.empty();
        Span span = expressions.span(context);
        if (literal.isEmpty()) {
            throw expressions.source.typeError(span, "the index must be a constant here", "");
        }
        if (literal.get().signum() < 0 || literal.get().compareTo(BigInteger.valueOf(length)) >= 0) {
            throw expressions.source.typeError(
                    span, "the index " + literal.get() + " is outside of 0 .. " + (length - 1), "");
        }
        return literal.get().intValue();
    }

    static PartialValue.Scalar word(PartialValue.Results results) {
        AbiType type = results.remaining();
        return PartialValue.Scalar.of(
                new Expr.ViewCall(
                        results.instance(),
                        results.function(),
                        List.copyOf(results.arguments()),
                        results.word(),
                        Types.of(type),
                        results.span()),
                type);
    }
}
