package thymus.spec.check;

import static thymus.spec.tree.BinaryOperator.EQUAL;
import static thymus.spec.tree.BinaryOperator.IMPLIES;
import static thymus.spec.tree.BinaryOperator.LESS_OR_EQUAL;
import static thymus.spec.tree.BinaryOperator.NOT_EQUAL;
import static thymus.spec.tree.BinaryOperator.OR;

import java.math.BigInteger;
import thymus.spec.syntax.InvParser;
import thymus.spec.text.Span;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;

/**
 * {@code respond n: when t, within D: e}. It is an invariant about the deadline of what is open: a step that comes
 * after the deadline must find a state in which e was true at the deadline.
 */
final class RespondChecker {
    private final Declarations environment;

    RespondChecker(Declarations environment) {
        this.environment = environment;
    }

    /** What holds in every settled state; it says something where t is true, or something was open before. */
    Expr condition(InvParser.RespondDeclarationContext context) {
        ExpressionChecker expressions = new ExpressionChecker(environment, Setting.INVARIANT, BoundNames.NONE);
        new PastChecker(expressions).refuseEvent(context.expression(0));
        Expr when = expressions.truth(context.expression(0));
        BigInteger seconds = seconds(expressions, context.expression(1));
        Expr until = expressions.truth(context.expression(2));
        if (context.expression().size() > 3) {
            throw environment.source.unsupported(
                    environment.source.span(context.expression(3)),
                    "'by'",
                    "claim that somebody can act: enabled n: condition ==> can(keeper, call); and with a rule on "
                            + "ok(call) what holds then");
        }
        if (seconds.signum() == 0) {
            // A later step at the same time, or none before the clock ends, must not hide such a state.
            return binary(IMPLIES, when, until);
        }
        Span span = environment.source.span(context);
        Expr deadline = new Expr.Deadline(when, until, seconds, span);
        Expr zero = Exprs.integer(BigInteger.ZERO, span);
        Expr now = new Expr.Context(Expr.Context.Field.TIMESTAMP, span);
        Expr done = new Expr.At(deadline, until, span);
        Expr kept = or(binary(EQUAL, deadline, zero), or(binary(LESS_OR_EQUAL, now, deadline), done));
        Expr open = new Expr.Previous(binary(NOT_EQUAL, deadline, zero), span);
        return binary(IMPLIES, or(when, open), new Expr.Previous(kept, span));
    }

    /** A constant length of time; blocks have none. */
    private BigInteger seconds(ExpressionChecker expressions, InvParser.ExpressionContext context) {
        String text = context.getText();
        if (text.endsWith("block") || text.endsWith("blocks")) {
            throw environment.source.unsupported(
                    environment.source.span(context), "a deadline in blocks", "give it in seconds: within 24 seconds");
        }
        BigInteger seconds = new ConstantChecker(expressions).natural(context, "the deadline");
        if (seconds.bitLength() > 64) {
            throw environment.source.typeError(
                    environment.source.span(context), "the deadline is further away than any clock runs", "");
        }
        return seconds;
    }

    private static Expr or(Expr left, Expr right) {
        return binary(OR, left, right);
    }

    private static Expr binary(BinaryOperator operator, Expr left, Expr right) {
        return new Expr.Binary(operator, left, right, left.span());
    }
}
