package thymus.spec.check;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.spec.SpecException;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.Span;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Flow;
import thymus.spec.tree.MentionedContracts;
import thymus.spec.tree.Type;
import thymus.spec.tree.Window;

/** Checks {@code sum(flow, last W)}, {@code sum(flow by key, ever)}, and likewise count, min, max, avg and variance. */
final class WindowChecker {
    private final ExpressionChecker expressions;

    WindowChecker(ExpressionChecker expressions) {
        this.expressions = expressions;
    }

    /** Returns whether the call aggregates a flow: its argument is a flow, or it has a window. */
    boolean isMeant(InvParser.CallExpressionContext context) {
        if (context.arguments() == null) {
            return false;
        }
        List<InvParser.ArgumentContext> arguments = context.arguments().argument();
        boolean windowed = arguments.stream()
                .anyMatch(a -> a instanceof InvParser.WindowArgumentContext
                        || a.getText().equals("ever"));
        boolean keyed = arguments.getFirst() instanceof InvParser.PlainArgumentContext p
                && p.getText().length() > p.expression(0).getText().length();
        return windowed || keyed || flowNamed(arguments.getFirst()).isPresent();
    }

    private Optional<Flow> flowNamed(InvParser.ArgumentContext argument) {
        return argument instanceof InvParser.PlainArgumentContext p
                ? Optional.ofNullable(expressions.environment.flows.get(name(p.expression(0))))
                : Optional.empty();
    }

    /** Of a flow, or of one whose amounts are squared. */
    private static String name(InvParser.ExpressionContext context) {
        return switch (context) {
            case InvParser.SquaredExpressionContext squared -> name(squared.expression());
            case InvParser.GroupExpressionContext group
            when group.expression().size() == 1 -> name(group.expression(0));
            case InvParser.ChainExpressionContext chain -> name(chain.expression());
            default -> context.getText();
        };
    }

    /** The number of {@code squared} around the name, parentheses or not. */
    private static int squares(InvParser.ExpressionContext context) {
        return switch (context) {
            case InvParser.SquaredExpressionContext squared -> 1 + squares(squared.expression());
            case InvParser.GroupExpressionContext group
            when group.expression().size() == 1 -> squares(group.expression(0));
            case InvParser.ChainExpressionContext chain -> squares(chain.expression());
            default -> 0;
        };
    }

    /** {@code out @ A}. */
    private void requireChain(Flow flow, InvParser.ExpressionContext context) {
        if (context instanceof InvParser.ChainExpressionContext chain) {
            new ChainChecker(expressions.environment)
                    .require(chain.name(), MentionedContracts.of(flow), flow.name(), expressions.span(context));
        }
    }

    PartialValue.Scalar aggregate(String function, InvParser.CallExpressionContext context) {
        Span span = expressions.span(context);
        refuseSetting(span);
        List<InvParser.ArgumentContext> arguments = context.arguments().argument();
        Flow flow = flowNamed(arguments.getFirst()).orElseThrow(() -> unknownFlow(arguments.getFirst()));
        InvParser.PlainArgumentContext named = (InvParser.PlainArgumentContext) arguments.getFirst();
        requireChain(flow, named.expression(0));
        int squares = squares(named.expression(0));
        boolean squared = squares > 0;
        if (squares > 1) {
            throw expressions.source.unsupported(
                    span, "'squared squared' of a flow", "declare a flow of squares: => squared amount");
        }
        if (squared && !function.equals("sum")) {
            throw expressions.source.typeError(
                    span,
                    "squares of a flow are added, and '" + function + "' does not add",
                    "write sum(squared " + flow.name() + ", …), or declare a flow of squares: => squared amount");
        }
        Optional<Expr> key = key(flow, named);
        if (arguments.size() != 2) {
            throw expressions.source.typeError(
                    span,
                    function + " over a flow takes one window",
                    "write " + function + "(" + flow.name() + ", last 24 hours) or " + function + "(" + flow.name()
                            + ", ever)");
        }
        Window window = window(arguments.get(1));
        return switch (function) {
            case "avg" -> average(flow, window, key, span);
            case "variance" -> variance(flow, window, key, span);
            default -> {
                Expr.Windowed.Aggregate aggregate = squared ? Expr.Windowed.Aggregate.SQUARES : aggregate(function);
                yield PartialValue.Scalar.of(new Expr.Windowed(aggregate, flow, window, key, span));
            }
        };
    }

    /** The sum, over the count; over 1 where there is nothing. */
    private static PartialValue.Scalar average(Flow flow, Window window, Optional<Expr> key, Span span) {
        Expr sum = new Expr.Windowed(Expr.Windowed.Aggregate.SUM, flow, window, key, span);
        Expr count = new Expr.Windowed(Expr.Windowed.Aggregate.COUNT, flow, window, key, span);
        return PartialValue.Scalar.of(sum, BigInteger.ONE, Optional.of(atLeastOne(count)));
    }

    /** The average of the squares without the square of the average: {@code (n * sum(x * x) - sum(x)^2) / n^2}. */
    private static PartialValue.Scalar variance(Flow flow, Window window, Optional<Expr> key, Span span) {
        Expr sum = new Expr.Windowed(Expr.Windowed.Aggregate.SUM, flow, window, key, span);
        Expr count = new Expr.Windowed(Expr.Windowed.Aggregate.COUNT, flow, window, key, span);
        Expr squares = new Expr.Windowed(Expr.Windowed.Aggregate.SQUARES, flow, window, key, span);
        Expr deviations = new Expr.Binary(
                BinaryOperator.SUBTRACT,
                Fractions.times(count, Optional.of(squares)),
                Fractions.times(sum, Optional.of(sum)),
                span);
        Expr number = atLeastOne(count);
        return PartialValue.Scalar.of(
                deviations, BigInteger.ONE, Optional.of(Fractions.times(number, Optional.of(number))));
    }

    private static Expr atLeastOne(Expr count) {
        return new Expr.Binary(
                BinaryOperator.MAXIMUM, count, Exprs.integer(BigInteger.ONE, count.span()), count.span());
    }

    private static Expr.Windowed.Aggregate aggregate(String function) {
        return switch (function) {
            case "sum" -> Expr.Windowed.Aggregate.SUM;
            case "count" -> Expr.Windowed.Aggregate.COUNT;
            case "min" -> Expr.Windowed.Aggregate.MINIMUM;
            default -> Expr.Windowed.Aggregate.MAXIMUM;
        };
    }

    private void refuseSetting(Span span) {
        if (!expressions.setting.hasWindows()) {
            throw expressions.source.ruleError(
                    span, "a window over a flow has no meaning in " + expressions.setting, "");
        }
    }

    private Optional<Expr> key(Flow flow, InvParser.PlainArgumentContext argument) {
        boolean from =
                argument.getText().length() > argument.expression(0).getText().length()
                        && argument.getChild(1).getText().equals("from");
        if (from) {
            throw expressions.source.unsupported(
                    expressions.source.span(argument), "'from'", "give the flow a condition: where msg.sender == …");
        }
        if (argument.expression().size() == 1) {
            return Optional.empty();
        }
        PartialValue.Scalar key = expressions.scalar(argument.expression(1));
        if (flow.key().isEmpty()) {
            throw expressions.source.typeError(
                    expressions.source.span(argument),
                    "the flow '" + flow.name() + "' is not kept apart by anything",
                    "declare it with a key: flow " + flow.name() + " = … => … by user;");
        }
        return Optional.of(expressions.expect(key, flow.key().get().type(), "the flow is kept apart by such values"));
    }

    private Window window(InvParser.ArgumentContext argument) {
        if (argument instanceof InvParser.WindowArgumentContext last) {
            Optional<BigInteger> blocks = new BlockCounts(expressions.source).count(last.expression());
            if (blocks.isPresent()) {
                return new Window.Blocks(Exprs.integer(blocks.get(), expressions.span(last.expression())));
            }
            PartialValue.Scalar length = expressions.scalar(last.expression());
            if (length.literal().filter(w -> w.signum() < 0).isPresent()) {
                throw expressions.source.typeError(length.span(), "the length of a window is not negative", "");
            }
            return new Window.Last(expressions.expect(length, Type.INTEGER, "give it in seconds"));
        }
        if (argument.getText().equals("ever")) {
            return new Window.Ever();
        }
        throw expressions.source.typeError(
                expressions.source.span(argument),
                "the window says neither 'last' nor 'ever'",
                "write last 24 hours, last W, or ever");
    }

    private SpecException unknownFlow(InvParser.ArgumentContext argument) {
        String name = argument instanceof InvParser.PlainArgumentContext plain
                ? plain.expression(0).getText()
                : argument.getText();
        return expressions.source.nameError(
                expressions.source.span(argument),
                "unknown flow '" + name + "'",
                Spelling.nearest(name, expressions.environment.flows.keySet())
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("give what is added a name: flow out = vault.Withdrawn(user, amount) => amount;, or "
                                + "flow out = ether from vault => value;"));
    }

    /** The error for an aggregate whose argument is neither a flow nor a mapping. */
    SpecException missingFlow(InvParser.CallExpressionContext context) {
        String argument = context.arguments() == null ? "" : context.arguments().getText();
        String suggestion = Spelling.suggestion(argument, expressions.environment.flows.keySet());
        String function = context.expression().getText();
        String takes = function + " takes a flow and a window" + (function.equals("sum") ? ", or a mapping" : "");
        return expressions.source.typeError(
                expressions.span(context),
                takes,
                suggestion.isEmpty()
                        ? "as in " + function + "(out, last 24 hours)"
                                + (function.equals("sum") ? ", or sum(vault.shares) of all values" : "")
                        : suggestion);
    }
}
