package thymus.spec.check;

import static thymus.spec.tree.BinaryOperator.EQUAL;
import static thymus.spec.tree.BinaryOperator.IMPLIES;
import static thymus.spec.tree.BinaryOperator.LESS_OR_EQUAL;
import static thymus.spec.tree.BinaryOperator.NOT_EQUAL;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.PropertyTexts;
import thymus.spec.text.Span;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;

/**
 * {@code respond n: when t, within D: e}. It is an invariant about the deadline of what is open: a step that comes
 * after the deadline must find a state in which e was true at the deadline. With {@code by}, it is one about traces in
 * which somebody acts in time.
 */
final class RespondChecker {
    private final Declarations environment;

    RespondChecker(Declarations environment) {
        this.environment = environment;
    }

    /** @param clock that counts it: the time in seconds, or the number of the block */
    private record Length(BigInteger within, Expr.Context.Field clock) {}

    Property.Invariant property(String name, InvParser.RespondDeclarationContext context) {
        ExpressionChecker expressions = new ExpressionChecker(environment, Setting.INVARIANT, BoundNames.NONE);
        new PastChecker(expressions).refuseEvent(context.expression(0));
        Expr when = expressions.truth(context.expression(0));
        Length length = length(expressions, context.expression(1));
        Expr until = expressions.truth(context.expression(2));
        Span span = environment.source.span(context);
        Optional<KeeperChecker.Keeper> keeper = context.expression().size() > 3
                ? Optional.of(new KeeperChecker(environment)
                        .keeper(
                                context.expression(3),
                                context.expression()
                                        .subList(4, context.expression().size())))
                : Optional.empty();
        if (length.within().signum() == 0) {
            if (keeper.isPresent()) {
                throw environment.source.ruleError(
                        environment.source.span(context.expression(3)),
                        "within 0 leaves nobody a moment to act",
                        "give a length of time, or leave out 'by'");
            }
            // A later step at the same time, or none before the clock ends, must not hide such a state.
            return new Property.Invariant(name, binary(IMPLIES, when, until), span, "respond");
        }
        Expr deadline = new Expr.Deadline(when, until, length.within(), length.clock(), span);
        Expr zero = Exprs.integer(BigInteger.ZERO, span);
        Expr now = new Expr.Context(length.clock(), span);
        Expr done = new Expr.At(length.clock(), deadline, until, span);
        Expr met = keeper.map(k -> Exprs.or(done, Exprs.not(acted(k, deadline, span))))
                .orElse(done);
        Expr kept = Exprs.or(binary(EQUAL, deadline, zero), Exprs.or(binary(LESS_OR_EQUAL, now, deadline), met));
        Expr open = new Expr.Previous(binary(NOT_EQUAL, deadline, zero), span);
        // What holds in every settled state; it says something where t is true, or something was open before.
        Expr condition = binary(IMPLIES, Exprs.or(when, open), new Expr.Previous(kept, span));
        List<String> assumptions = keeper.map(k -> List.of(k.name() + " calls " + k.calls() + " within "
                        + PropertyTexts.text(context.expression(1)) + " of "
                        + PropertyTexts.text(context.expression(0))))
                .orElse(List.of());
        return new Property.Invariant(name, condition, span, "respond", assumptions);
    }

    /** Since something opened, and while it stays open, the keeper has acted. */
    private static Expr acted(KeeperChecker.Keeper keeper, Expr deadline, Span span) {
        Expr same = Exprs.and(
                binary(NOT_EQUAL, deadline, Exprs.integer(BigInteger.ZERO, span)),
                binary(EQUAL, deadline, new Expr.Previous(deadline, span)));
        Expr acts = new Expr.Matched(keeper.acts(), false, keeper.name() + " acts", span);
        return new Expr.Since(same, Exprs.and(same, acts), span);
    }

    /** A constant length of time, or a number of blocks. */
    private Length length(ExpressionChecker expressions, InvParser.ExpressionContext context) {
        Optional<BigInteger> blocks = new BlockCounts(environment.source).count(context);
        if (blocks.isPresent()) {
            return new Length(blocks.get(), Expr.Context.Field.BLOCK);
        }
        BigInteger seconds = new ConstantChecker(expressions).natural(context, "the deadline");
        if (seconds.bitLength() > 64) {
            throw environment.source.typeError(
                    environment.source.span(context), "the deadline is further away than any clock runs", "");
        }
        return new Length(seconds, Expr.Context.Field.TIMESTAMP);
    }

    private static Expr binary(BinaryOperator operator, Expr left, Expr right) {
        return new Expr.Binary(operator, left, right, left.span());
    }
}
