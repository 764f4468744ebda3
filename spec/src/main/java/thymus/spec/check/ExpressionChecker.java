package thymus.spec.check;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Source;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Type;

/**
 * Expressions: sends each form to the class that knows it, and asks of the result what its place needs. Immutable: a
 * checker belongs to one setting and one set of bound names.
 */
final class ExpressionChecker {
    final Declarations environment;
    final Source source;
    final Setting setting;
    final BoundNames locals;

    ExpressionChecker(Declarations environment, Setting setting, BoundNames locals) {
        this.environment = environment;
        this.source = environment.source;
        this.setting = setting;
        this.locals = locals;
    }

    ExpressionChecker with(BoundNames more) {
        return new ExpressionChecker(environment, setting, more);
    }

    Span span(ParserRuleContext context) {
        return source.span(context);
    }

    PartialValue value(InvParser.ExpressionContext context) {
        return switch (context) {
            case InvParser.LiteralExpressionContext c -> new Literals(source).scalar(c.literal());
            case InvParser.NameExpressionContext c -> new NameChecker(this).value(c);
            case InvParser.GroupExpressionContext c ->
                c.expression().size() == 1 ? value(c.expression(0)) : group(c.expression(), span(c));
            case InvParser.ArrayExpressionContext c -> group(c.expression(), span(c));
            case InvParser.MemberExpressionContext c -> new MemberChecker(this).member(c);
            case InvParser.IndexExpressionContext c -> new MemberChecker(this).index(c);
            case InvParser.CallExpressionContext c -> new CallChecker(this).call(c);
            case InvParser.PrefixExpressionContext c ->
                c.operator.getText().equals("!")
                        ? new TruthChecker(this).not(c)
                        : new ArithmeticChecker(this).negate(c);
            case InvParser.SquaredExpressionContext c -> new ArithmeticChecker(this).squared(c);
            case InvParser.PowerExpressionContext c -> new ArithmeticChecker(this).power(c);
            case InvParser.ProductExpressionContext c -> new ArithmeticChecker(this).product(c);
            case InvParser.SumExpressionContext c -> new ArithmeticChecker(this).sum(c);
            case InvParser.ComparisonContext c -> new ComparisonChecker(this).comparison(c);
            case InvParser.SinceExpressionContext c -> new PastChecker(this).since(c);
            case InvParser.ConjunctionContext c -> new TruthChecker(this).conjunction(c);
            case InvParser.DisjunctionContext c -> new TruthChecker(this).disjunction(c);
            case InvParser.ImplicationContext c -> new TruthChecker(this).implication(c);
            case InvParser.ConditionalContext c -> new ArithmeticChecker(this).conditional(c);
            case InvParser.UniversalContext c -> new QuantifierChecker(this).universal(c);
            case InvParser.SameAsWithoutContext c -> new TwoRunsChecker(this).without(c);
            case InvParser.ChainExpressionContext c -> new ChainChecker(environment).at(c, this);
            default -> throw new Unsupported(source).expression(context);
        };
    }

    private PartialValue.Group group(List<InvParser.ExpressionContext> elements, Span span) {
        List<PartialValue> values = new ArrayList<>();
        for (InvParser.ExpressionContext element : elements) {
            PartialValue value = value(element);
            values.add(value instanceof PartialValue.Group ? value : new MemberChecker(this).finish(value));
        }
        return new PartialValue.Group(values, span);
    }

    /** As {@link #scalar}, or a string or bytes value of any length, where that is possible. */
    PartialValue.Scalar comparable(InvParser.ExpressionContext context) {
        PartialValue.Scalar scalar = new MemberChecker(this).finish(value(context));
        return scalar.type() == Type.TEXT ? scalar : checked(scalar);
    }

    /** One number, address, bytesN or truth value. */
    PartialValue.Scalar scalar(InvParser.ExpressionContext context) {
        return checked(new MemberChecker(this).finish(value(context)));
    }

    /** @throws thymus.spec.TypeError if it is a string or bytes value of any length */
    PartialValue.Scalar checked(PartialValue.Scalar scalar) {
        if (scalar.expr() instanceof Expr.TextLiteral && scalar.hexDigits().isPresent()) {
            throw source.typeError(
                    scalar.span(), "0x without digits is no number", "it is an argument of type bytes in setup");
        }
        if (scalar.expr() instanceof Expr.TextLiteral) {
            throw source.typeError(
                    scalar.span(),
                    "a string cannot be computed with",
                    "strings are arguments in setup, and compared with those of contracts: vault.name() == \"Vault\"");
        }
        if (scalar.type() == Type.TEXT) {
            throw source.typeError(
                    scalar.span(), Types.describe(scalar) + " cannot be computed with", "it can be compared: == or !=");
        }
        return scalar;
    }

    Expr truth(InvParser.ExpressionContext context) {
        return expect(scalar(context), Type.TRUTH, span(context), "");
    }

    Expr address(InvParser.ExpressionContext context) {
        return expect(scalar(context), Type.ADDRESS, span(context), "");
    }

    /** An integer that may still be a fraction. */
    PartialValue.Scalar number(InvParser.ExpressionContext context) {
        PartialValue.Scalar scalar = scalar(context);
        expectType(scalar, Type.INTEGER, span(context), "");
        return scalar;
    }

    /** An integer that is whole. */
    Expr integer(InvParser.ExpressionContext context) {
        return expect(scalar(context), Type.INTEGER, span(context), "");
    }

    /** The expression, if it has the type and is whole. */
    Expr expect(PartialValue.Scalar scalar, Type type, String advice) {
        return expect(scalar, type, scalar.span(), advice);
    }

    private void expectType(PartialValue.Scalar scalar, Type type, Span span, String advice) {
        if (scalar.type() != type) {
            throw source.typeError(
                    span, "expected " + Types.describe(type) + ", found " + Types.describe(scalar), advice);
        }
    }

    private Expr expect(PartialValue.Scalar scalar, Type type, Span span, String advice) {
        expectType(scalar, type, span, advice);
        if (!scalar.isWhole()) {
            throw source.typeError(
                    span,
                    "a percentage or fraction is exact only in a comparison, and this is none",
                    "compare with it, as in 10% * x <= y, or divide: x / 10");
        }
        return scalar.expr();
    }
}
