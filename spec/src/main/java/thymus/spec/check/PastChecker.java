package thymus.spec.check;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.tree.ParseTree;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.EventModel;
import thymus.spec.contract.FunctionModel;
import thymus.spec.syntax.InvParser;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Occasion;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Type;

/** {@code start(e)}, {@code ago(W, e)}, {@code once(e)}, {@code e since f} and {@code elapsed(…)}. */
final class PastChecker {
    private final ExpressionChecker expressions;

    PastChecker(ExpressionChecker expressions) {
        this.expressions = expressions;
    }

    PartialValue.Scalar start(InvParser.ExpressionContext operand, Span span) {
        refuseSetting("start", span);
        refuseSender(operand, "start(…)");
        PartialValue.Scalar value = remembered(operand);
        return new PartialValue.Scalar(
                new Expr.Start(value.expr(), span),
                value.scale(),
                value.abi(),
                Optional.empty(),
                value.divisor().map(divisor -> new Expr.Start(divisor, span)));
    }

    PartialValue.Scalar ago(InvParser.CallExpressionContext context) {
        Span span = expressions.span(context);
        refuseSetting("ago", span);
        List<InvParser.ExpressionContext> arguments = new CallChecker(expressions).plain(context);
        if (arguments.size() != 2) {
            throw expressions.source.typeError(
                    span, "ago(…) takes a length of time and a value", "as in ago(24 hours, token.balanceOf(vault))");
        }
        PartialValue.Scalar length = expressions.scalar(arguments.getFirst());
        if (length.literal().filter(w -> w.signum() < 0).isPresent()) {
            throw expressions.source.typeError(length.span(), "ago(…) looks back by a length that is not negative", "");
        }
        Expr seconds = expressions.expect(length, Type.INTEGER, "first comes how long ago, in seconds");
        refuseSender(arguments.get(1), "ago(…)");
        PartialValue.Scalar value = remembered(arguments.get(1));
        return new PartialValue.Scalar(
                new Expr.Ago(seconds, value.expr(), span),
                value.scale(),
                value.abi(),
                Optional.empty(),
                value.divisor().map(divisor -> new Expr.Ago(seconds, divisor, span)));
    }

    /** What a state may tell, strings and bytes among it. */
    PartialValue.Scalar remembered(InvParser.ExpressionContext operand) {
        PartialValue.Scalar value = expressions.comparable(operand);
        if (value.expr() instanceof Expr.TextLiteral) {
            throw expressions.source.typeError(value.span(), "a literal is the same in every state", "");
        }
        return value;
    }

    PartialValue.Scalar once(InvParser.ExpressionContext operand, Span span) {
        refuseSetting("once", span);
        refuseEvent(operand);
        refuseSender(operand, "once(…)");
        return PartialValue.Scalar.of(new Expr.Once(expressions.truth(operand), span), new AbiType.Bool());
    }

    PartialValue.Scalar since(InvParser.SinceExpressionContext context) {
        Span span = expressions.span(context);
        refuseSetting("since", span);
        context.expression().forEach(this::refuseEvent);
        refuseSender(context, "'since'");
        Expr held = expressions.truth(context.expression(0));
        Expr start = expressions.truth(context.expression(1));
        return PartialValue.Scalar.of(new Expr.Since(held, start, span), new AbiType.Bool());
    }

    PartialValue.Scalar elapsed(InvParser.ExpressionContext argument, Span span) {
        refuseSetting("elapsed", span);
        return PartialValue.Scalar.of(new Expr.Elapsed(occasion(argument), span), new AbiType.UInt(256));
    }

    private Occasion occasion(InvParser.ExpressionContext argument) {
        Optional<Trigger> event = event(argument);
        if (event.isPresent()) {
            return new Occasion.Happening(event.get());
        }
        if (argument instanceof InvParser.CallExpressionContext call
                && call.expression().getText().equals("ok")) {
            return new Occasion.Happening(successfulCall(call));
        }
        refuseSender(argument, "elapsed(…)");
        PartialValue.Scalar condition = expressions.scalar(argument);
        return new Occasion.Becoming(expressions.expect(
                condition, Type.TRUTH, "write elapsed(vault.Tripped), elapsed(ok(vault.trip)) or elapsed(condition)"));
    }

    /** {@code c.E}, where E is an event and nothing else. */
    private Optional<Trigger> event(InvParser.ExpressionContext argument) {
        if (!(argument instanceof InvParser.MemberExpressionContext member)) {
            return Optional.empty();
        }
        Optional<String> instance = new MemberChecker(expressions).instance(member.expression());
        String name = member.member().getText();
        List<EventModel> named = instance.stream()
                .flatMap(i -> expressions.environment.model(i).events().stream())
                .filter(e -> e.name().equals(name))
                .toList();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        Span span = expressions.span(argument);
        if (named.size() > 1) {
            throw expressions.source.unsupported(span, "elapsed of an event of several signatures", "");
        }
        if (named.getFirst().anonymous()) {
            throw expressions.source.unsupported(span, "an anonymous event", "write elapsed(ok(…)) of a call");
        }
        return Optional.of(new Trigger.Emitted(instance.get(), named.getFirst(), List.of(), Optional.empty(), span));
    }

    void refuseEvent(InvParser.ExpressionContext operand) {
        if (event(operand).isPresent()) {
            throw expressions.source.typeError(
                    expressions.span(operand),
                    "an event is no condition on states",
                    "the seconds since it last happened are elapsed(" + operand.getText()
                            + "), which is now where it never did");
        }
    }

    private Trigger successfulCall(InvParser.CallExpressionContext context) {
        Span span = expressions.span(context);
        List<InvParser.ExpressionContext> arguments = new CallChecker(expressions).plain(context);
        Optional<InvParser.MemberExpressionContext> member =
                arguments.size() == 1 && arguments.getFirst() instanceof InvParser.MemberExpressionContext m
                        ? Optional.of(m)
                        : Optional.empty();
        Optional<String> instance = member.flatMap(m -> new MemberChecker(expressions).instance(m.expression()));
        if (instance.isEmpty()) {
            throw expressions.source.typeError(
                    span, "ok(…) names a function of a deployed contract here", "as in elapsed(ok(vault.trip))");
        }
        Span place = expressions.source.span(member.get().member());
        List<FunctionModel> named = new FunctionResolver(expressions)
                .named(instance.get(), member.get().member().getText(), place);
        List<FunctionModel> meant =
                named.stream().filter(f -> f.mutability().changesState()).toList();
        if (meant.size() != 1) {
            throw expressions.source.typeError(
                    span,
                    meant.isEmpty()
                            ? "'" + named.getFirst().name() + "' is a view: no transaction that matters calls it"
                            : "the function is overloaded: " + FunctionResolver.signatures(named),
                    "");
        }
        return new Trigger.SuccessfulCall(
                instance.get(), meant.getFirst(), List.of(), List.of(), Optional.empty(), span);
    }

    /** A name for the sender of this step would mean another sender in another state. */
    private void refuseSender(ParseTree tree, String word) {
        if (tree instanceof InvParser.NameExpressionContext name) {
            boolean isSender = expressions
                    .locals
                    .find(name.getText())
                    .filter(value -> value.expr() instanceof Expr.Context)
                    .isPresent();
            if (isSender) {
                throw expressions.source.unsupported(
                        expressions.span(name),
                        "the sender '" + name.getText() + "' inside " + word,
                        "there msg.sender is the sender of each earlier step; an argument of the call can be named "
                                + "there");
            }
        }
        for (int i = 0; i < tree.getChildCount(); i++) {
            refuseSender(tree.getChild(i), word);
        }
    }

    private void refuseSetting(String word, Span span) {
        if (!expressions.setting.hasWindows()) {
            throw expressions.source.ruleError(
                    span,
                    "'" + word + "' has no meaning in " + expressions.setting,
                    "the past is looked at in invariants, rules and limits");
        }
    }
}
