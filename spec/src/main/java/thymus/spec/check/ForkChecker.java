package thymus.spec.check;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import thymus.spec.Fork;
import thymus.spec.Specification;
import thymus.spec.syntax.InvParser;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Type;

/** Checks the forked chain and the accounts of it that have a name. */
final class ForkChecker {
    private final Declarations environment;
    private final ExpressionChecker expressions;

    ForkChecker(Declarations environment) {
        this.environment = environment;
        this.expressions = new ExpressionChecker(environment, Setting.SETUP, BoundNames.NONE);
    }

    Fork fork(InvParser.ForkDeclarationContext context) {
        Span span = environment.source.span(context);
        Fork.Source source = switch (context.forkSource()) {
            case InvParser.ForkPlaceContext c ->
                new Fork.Place(new Literals(environment.source).text(c.STRING().getSymbol()));
            case InvParser.ForkVariableContext c -> new Fork.Variable(c.name().getText());
            default -> throw new IllegalArgumentException(context.getText());
        };
        Optional<BigInteger> block = Optional.ofNullable(context.expression()).map(this::block);
        if (source instanceof Fork.Place place && !place.isUrl() && block.isPresent()) {
            throw environment.source.ruleError(
                    environment.source.span(context.expression()),
                    "a file has the state after one block only",
                    "leave the block out, or give the URL of a node: http://… or https://…");
        }
        return new Fork(source, block, span);
    }

    private BigInteger block(InvParser.ExpressionContext context) {
        BigInteger number = new ConstantChecker(expressions).natural(context, "the block");
        if (number.bitLength() > 63) {
            throw environment.source.typeError(expressions.span(context), "no chain has a block of that number", "");
        }
        return number;
    }

    /** Like {@link #place}, for an account that sends transactions. */
    BigInteger sender(InvParser.ExpressionContext context) {
        BigInteger address = place(context);
        if (address.compareTo(Specification.LEAST_SENDER) < 0) {
            throw environment.source.ruleError(
                    expressions.span(context),
                    "nobody sends transactions from this address: below 0x200 stand precompiles, "
                            + "of which nobody has a key",
                    "give the address of an account, or leave the actor out");
        }
        return address;
    }

    /** The address after {@code at}, which must be unique. */
    BigInteger place(InvParser.ExpressionContext context) {
        Span span = expressions.span(context);
        Expr expr = expressions.expect(
                expressions.scalar(context), Type.ADDRESS, "write 0x and all 40 digits of the address");
        if (!(expr instanceof Expr.IntegerLiteral literal) || literal.value().signum() == 0) {
            throw environment.source.ruleError(
                    span,
                    "'" + context.getText() + "' is no address that is known before the system runs",
                    "write 0x and all 40 digits of the address");
        }
        for (Map.Entry<String, BigInteger> other : environment.places.entrySet()) {
            if (other.getValue().equals(literal.value())) {
                throw environment.source.ruleError(
                        span, "'" + other.getKey() + "' stands at this address already", "one account has one name");
            }
        }
        return literal.value();
    }
}
