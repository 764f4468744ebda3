package thymus.spec.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.spec.syntax.InvParser;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Flow;

/** Checks {@code flow}. */
final class FlowChecker {
    private final Declarations environment;

    FlowChecker(Declarations environment) {
        this.environment = environment;
    }

    void flow(InvParser.FlowDeclarationContext context) {
        Span span = environment.source.span(context);
        List<InvParser.ExpressionContext> conditions = new ArrayList<>();
        List<InvParser.ExpressionContext> keys = new ArrayList<>();
        if (context.expression().size() > 1) {
            conditions.add(context.expression(0));
        }
        for (InvParser.FlowPartContext part : context.flowPart()) {
            switch (part) {
                case InvParser.FlowKeyContext k -> keys.add(k.expression());
                case InvParser.FlowConditionContext c -> conditions.add(c.expression());
                default -> throw new IllegalArgumentException(part.getText());
            }
        }
        refuseSecond(conditions, "where");
        refuseSecond(keys, "by");
        TriggerChecker.Bound bound =
                source(context.flowSource(), conditions.stream().findFirst());
        ExpressionChecker inner = bound.expressions();
        Expr amount = inner.integer(context.expression().getLast());
        Optional<Expr> key = keys.stream().findFirst().map(k -> key(inner, k));
        String name = context.name().getText();
        environment.declare(name, environment.source.span(context.name()));
        environment.flows.put(name, new Flow(name, bound.trigger(), amount, key, span));
    }

    private void refuseSecond(List<InvParser.ExpressionContext> parts, String word) {
        if (parts.size() > 1) {
            throw environment.source.ruleError(
                    environment.source.span(parts.get(1)), "'" + word + "' is given twice", "");
        }
    }

    private Expr key(ExpressionChecker expressions, InvParser.ExpressionContext context) {
        PartialValue.Scalar key = expressions.scalar(context);
        return expressions.expect(key, key.type(), "");
    }

    private TriggerChecker.Bound source(
            InvParser.FlowSourceContext context, Optional<InvParser.ExpressionContext> where) {
        Span span = environment.source.span(context);
        return switch (context) {
            case InvParser.TriggerSourceContext c ->
                new TriggerChecker(environment, Setting.FLOW).trigger(c.trigger(), where);
            case InvParser.EtherSourceContext c -> new MovementChecker(environment).ether(c, where);
            case InvParser.TokenSourceContext c -> new MovementChecker(environment).token(c, where);
            case InvParser.UpdateSourceContext c ->
                throw environment.source.unsupported(span, "'updates'", "let the flow be the event of an update");
            default -> throw new IllegalArgumentException(context.getText());
        };
    }
}
