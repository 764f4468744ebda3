package thymus.spec.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Parameter;
import thymus.spec.syntax.InvParser;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;

/** Calls of view functions, and {@code can(…)}, which asks whether a call would succeed. */
final class CallChecker {
    private final ExpressionChecker expressions;

    CallChecker(ExpressionChecker expressions) {
        this.expressions = expressions;
    }

    PartialValue call(InvParser.CallExpressionContext context) {
        if (context.expression() instanceof InvParser.NameExpressionContext name) {
            return new BuiltinChecker(expressions).call(name, context);
        }
        Target target = target(context);
        Span span = expressions.span(context);
        new NameChecker(expressions).refuseState("the result of a call", span);
        List<FunctionModel> named = new FunctionResolver(expressions).named(target.instance, target.name, target.span);
        List<FunctionModel> views =
                named.stream().filter(f -> !f.mutability().changesState()).toList();
        if (views.isEmpty()) {
            throw expressions.source.typeError(
                    span,
                    "'" + target.name + "' changes the state, so it has no value in an expression",
                    "ask can(alice, " + target.instance + "." + target.name + "(…)), or write a rule on ok("
                            + target.instance + "." + target.name + "(…))");
        }
        FunctionResolver.Resolved call = new FunctionResolver(expressions).resolve(views, values(context), span);
        List<Parameter> outputs = call.function().outputs();
        AbiType type = outputs.size() == 1 ? outputs.getFirst().type() : new AbiType.Tuple(outputs);
        return new PartialValue.Results(target.instance, call.function(), call.arguments(), type, 0, true, span);
    }

    private record Target(String instance, String name, Span span) {}

    private Target target(InvParser.CallExpressionContext context) {
        if (context.expression() instanceof InvParser.MemberExpressionContext member) {
            Optional<String> instance = new MemberChecker(expressions).instance(member.expression());
            if (instance.isPresent()) {
                return new Target(instance.get(), member.member().getText(), expressions.source.span(member.member()));
            }
            if (member.expression() instanceof InvParser.NameExpressionContext name) {
                PartialValue base = new NameChecker(expressions).value(name);
                throw expressions.source.typeError(
                        base.span(),
                        "'" + name.getText() + "' is " + Types.describe(base) + ", not a deployed contract",
                        "functions are called on the contracts that setup deploys");
            }
        }
        throw expressions.source.typeError(
                expressions.span(context), "only functions of deployed contracts can be called", "");
    }

    /** {@code can(sender, contract.function(arguments))}. */
    PartialValue.Scalar can(InvParser.CallExpressionContext context) {
        Span span = expressions.span(context);
        List<InvParser.ExpressionContext> parts = plain(context);
        if (parts.size() != 2 || !(parts.get(1) instanceof InvParser.CallExpressionContext call)) {
            throw expressions.source.typeError(
                    span, "can(…) takes a sender and a call", "as in can(alice, vault.withdraw(5))");
        }
        new NameChecker(expressions).refuseState("'can'", span);
        return PartialValue.Scalar.of(can(expressions.address(parts.getFirst()), call, span), new AbiType.Bool());
    }

    Expr.Can can(Expr sender, InvParser.CallExpressionContext call, Span span) {
        Target target = target(call);
        FunctionResolver resolver = new FunctionResolver(expressions);
        List<FunctionModel> named = resolver.named(target.instance, target.name, target.span);
        FunctionResolver.Resolved resolved = resolver.resolve(named, values(call), expressions.span(call));
        return new Expr.Can(sender, target.instance, resolved.function(), resolved.arguments(), span);
    }

    List<PartialValue> values(InvParser.CallExpressionContext context) {
        return values(context.arguments());
    }

    /** @param arguments null where there are none, as the parser has it */
    List<PartialValue> values(InvParser.ArgumentsContext arguments) {
        List<PartialValue> values = new ArrayList<>();
        for (InvParser.ArgumentContext argument : given(arguments)) {
            if (argument instanceof InvParser.EncodedArgumentContext call) {
                values.add(encoded(call.name(), call.member(), call.arguments(), expressions.source.span(call)));
                continue;
            }
            values.add(value(plain(argument)));
        }
        return values;
    }

    /** A value as an argument. */
    PartialValue value(InvParser.ExpressionContext context) {
        PartialValue value = expressions.value(context);
        return value instanceof PartialValue.Group ? value : new MemberChecker(expressions).finish(value);
    }

    /** @param arguments null where there are none, as the parser has it */
    PartialValue encoded(
            InvParser.NameContext contract,
            InvParser.MemberContext function,
            InvParser.ArgumentsContext arguments,
            Span span) {
        if (!expressions.setting.isTransaction()) {
            throw expressions.source.unsupported(span, "an encoded call outside of setup", "");
        }
        String instance = expressions.environment.requireDeployed(contract);
        FunctionResolver resolver = new FunctionResolver(expressions);
        List<FunctionModel> named = resolver.named(instance, function.getText(), expressions.source.span(function));
        FunctionResolver.Resolved call = resolver.resolve(named, values(arguments), span);
        return PartialValue.Scalar.of(new Expr.EncodedCall(instance, call.function(), call.arguments(), span));
    }

    List<InvParser.ExpressionContext> plain(InvParser.CallExpressionContext context) {
        return plain(context.arguments());
    }

    /** The arguments, none of which has a window or a word beside it. */
    private List<InvParser.ExpressionContext> plain(InvParser.ArgumentsContext arguments) {
        return given(arguments).stream().map(this::plain).toList();
    }

    private static List<InvParser.ArgumentContext> given(InvParser.ArgumentsContext arguments) {
        return arguments == null ? List.of() : arguments.argument();
    }

    private InvParser.ExpressionContext plain(InvParser.ArgumentContext argument) {
        if (argument instanceof InvParser.EncodedArgumentContext) {
            throw expressions.source.typeError(
                    expressions.source.span(argument),
                    "call data is an argument of type bytes in setup, and nothing else",
                    "");
        }
        if (!(argument instanceof InvParser.PlainArgumentContext p)
                || p.expression().size() != 1) {
            throw expressions.source.typeError(
                    expressions.source.span(argument),
                    "'last', 'by' and 'from' mean nothing in the arguments of this call",
                    "windows are arguments of sum, count, min and max over a flow");
        }
        return p.expression(0);
    }
}
