package thymus.spec.check;

import java.math.BigInteger;
import java.util.List;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Mutability;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Type;

/** Checks {@code from} and {@code value} of a setup transaction. */
final class SetupOptions {
    private final ExpressionChecker expressions;
    private final Span span;
    private final Expr sender;
    private final Expr value;

    SetupOptions(ExpressionChecker expressions, List<InvParser.OptionContext> options, Span span) {
        this.expressions = expressions;
        this.span = span;
        this.sender = options.stream()
                .filter(InvParser.SenderOptionContext.class::isInstance)
                .reduce((a, b) -> {
                    throw twice(b);
                })
                .map(o -> actor(((InvParser.SenderOptionContext) o).expression()))
                .orElseGet(this::onlyActor);
        this.value = options.stream()
                .filter(InvParser.ValueOptionContext.class::isInstance)
                .reduce((a, b) -> {
                    throw twice(b);
                })
                .map(o -> wei(((InvParser.ValueOptionContext) o).expression()))
                .orElse(Exprs.integer(BigInteger.ZERO, span));
    }

    Expr sender() {
        return sender;
    }

    Expr value() {
        return value;
    }

    private RuntimeException twice(InvParser.OptionContext option) {
        return expressions.source.ruleError(
                expressions.source.span(option), "'" + option.getStart().getText() + "' is given twice", "");
    }

    private Expr actor(InvParser.ExpressionContext context) {
        Declarations known = expressions.environment;
        String name = context.getText();
        boolean isNew = context instanceof InvParser.NameExpressionContext
                && !known.definitions.containsKey(name)
                && !known.instances.containsKey(name)
                && !known.actors.contains(name)
                && Spelling.nearest(name, known.actors).isEmpty()
                && !expressions.locals.names().contains(name);
        if (isNew) {
            throw expressions.source.nameError(
                    expressions.span(context),
                    "'" + name + "' is not an actor, and only actors send transactions",
                    known.actors.isEmpty()
                            ? "declare it: actor " + name + ";"
                            : "declare it: actor " + String.join(", ", known.actors) + ", " + name + ";");
        }
        Expr expr = expressions.expect(expressions.scalar(context), Type.ADDRESS, "senders are actors");
        boolean actor = expr instanceof Expr.Account account && expressions.environment.actors.contains(account.name());
        if (!actor) {
            throw expressions.source.ruleError(
                    expr.span(), "'" + context.getText() + "' is not an actor, and only actors send transactions", "");
        }
        return expr;
    }

    private Expr onlyActor() {
        if (expressions.environment.actors.size() == 1) {
            return new Expr.Account(expressions.environment.actors.getFirst(), span);
        }
        throw expressions.source.ruleError(
                span, "this transaction has no sender", "say which actor sends it: … from alice;");
    }

    private Expr wei(InvParser.ExpressionContext context) {
        BigInteger wei = new ConstantChecker(expressions).natural(context, "the value");
        return Exprs.integer(wei, expressions.span(context));
    }

    /** Where a call is made is where the contract is. */
    void refuseChain(List<InvParser.OptionContext> options) {
        options.stream()
                .filter(InvParser.ChainOptionContext.class::isInstance)
                .findFirst()
                .ifPresent(option -> {
                    throw expressions.source.ruleError(
                            expressions.source.span(option),
                            "a call is made on the chain of its contract",
                            "say the chain where the contract is deployed, and leave it out here");
                });
    }

    void requirePayable(FunctionModel function) {
        boolean free = ((Expr.IntegerLiteral) value).value().signum() == 0;
        if (!free && function.mutability() != Mutability.PAYABLE) {
            throw expressions.source.ruleError(
                    value.span(), "'" + function.name() + "' is not payable, so it takes no ether", "");
        }
    }
}
