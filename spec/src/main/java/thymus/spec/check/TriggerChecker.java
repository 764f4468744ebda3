package thymus.spec.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.EventModel;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Parameter;
import thymus.spec.syntax.InvParser;
import thymus.spec.text.Span;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Trigger;

/** {@code ok(c.f(x))} and {@code c.Event(x)}, with the names they bind. */
final class TriggerChecker {
    private final Declarations environment;
    private final Setting setting;

    TriggerChecker(Declarations environment, Setting setting) {
        this.environment = environment;
        this.setting = setting;
    }

    /** @param expressions a checker that knows the bound names */
    record Bound(Trigger trigger, ExpressionChecker expressions) {}

    /** @param where the condition beside the trigger, if there is one */
    Bound trigger(InvParser.TriggerContext context, Optional<InvParser.ExpressionContext> where) {
        return switch (context) {
            case InvParser.CallTriggerContext c -> call(c, where);
            case InvParser.EventTriggerContext c -> event(c, where);
            default -> throw new IllegalArgumentException(context.getText());
        };
    }

    /** A step that makes the call, whatever comes of it. */
    Trigger.TriedCall attempted(
            InvParser.OccurrenceContext occurrence,
            Optional<InvParser.ExpressionContext> from,
            Optional<InvParser.ExpressionContext> where,
            Span span) {
        String instance = new OccurrenceChecker(environment)
                .instance(occurrence, "call vault." + occurrence.member().getText());
        ExpressionChecker plain = new ExpressionChecker(environment, setting, BoundNames.NONE);
        List<FunctionModel> named = new FunctionResolver(plain)
                .named(instance, occurrence.member().getText(), environment.source.span(occurrence.member()));
        FunctionModel function = function(named, occurrence, span);
        PatternChecker patterns = new PatternChecker(environment);
        List<Trigger.Binding> arguments = patterns.words(occurrence.pattern(), function.inputs());
        boolean bindsSender = from.isPresent() && patterns.sender(from.get());
        ExpressionChecker inner = new ExpressionChecker(environment, setting, patterns.locals());
        Optional<Expr> condition = asked(patterns, where.map(inner::truth));
        if (from.isPresent() && !bindsSender) {
            Expr isFrom = isFrom(plain.address(from.get()), span);
            condition = Optional.of(condition.map(c -> Exprs.and(isFrom, c)).orElse(isFrom));
        }
        return new Trigger.TriedCall(instance, function, false, Optional.empty(), arguments, condition, span);
    }

    private static Expr isFrom(Expr account, Span span) {
        return new Expr.Binary(BinaryOperator.EQUAL, new Expr.Context(Expr.Context.Field.SENDER, span), account, span);
    }

    private Bound call(InvParser.CallTriggerContext context, Optional<InvParser.ExpressionContext> where) {
        Span span = environment.source.span(context);
        String outcome = context.outcome.getText();
        refuseMisplaced(context, outcome, span);
        InvParser.OccurrenceContext occurrence = context.occurrence();
        String example = outcome + "(vault." + occurrence.member().getText() + ")";
        String instance = new OccurrenceChecker(environment).instance(occurrence, example);
        ExpressionChecker plain = new ExpressionChecker(environment, setting, BoundNames.NONE);
        List<FunctionModel> named = new FunctionResolver(plain)
                .named(instance, occurrence.member().getText(), environment.source.span(occurrence.member()));
        FunctionModel function = function(named, occurrence, span);
        PatternChecker patterns = new PatternChecker(environment);
        List<Trigger.Binding> arguments = patterns.words(occurrence.pattern(), function.inputs());
        List<Trigger.Binding> results = new ArrayList<>();
        if (!context.pattern().isEmpty()) {
            PatternTypes.requireTypes(context.pattern(), environment.source);
            List<AbiType> types =
                    function.outputs().stream().map(Parameter::type).toList();
            if (!PatternTypes.fitsCount(context.pattern(), types.size())
                    || !PatternTypes.fits(context.pattern(), types)) {
                throw environment.source.typeError(
                        span, function.name() + " returns " + ResultChecker.parameters(function.outputs()), "");
            }
            results.addAll(patterns.words(context.pattern(), function.outputs()));
        }
        Optional<InvParser.ExpressionContext> from = Optional.ofNullable(context.expression());
        boolean bindsSender = from.isPresent() && patterns.sender(from.get());
        ExpressionChecker inner = new ExpressionChecker(environment, setting, patterns.locals());
        Optional<Expr> condition = asked(patterns, where.map(inner::truth));
        if (from.isPresent() && !bindsSender) {
            Expr isFrom = isFrom(plain.address(from.get()), span);
            condition = Optional.of(condition.map(c -> Exprs.and(isFrom, c)).orElse(isFrom));
        }
        if (outcome.equals("call")) {
            MomentChecker.refuseChains(environment, span, "'call(…)'");
            return new Bound(new Trigger.InnerCall(instance, function, arguments, results, condition, span), inner);
        }
        if (!outcome.equals("ok")) {
            Optional<Trigger.Reason> reason =
                    Optional.ofNullable(context.reason()).map(r -> new ReasonChecker(environment).reason(r, instance));
            boolean failed = outcome.equals("reverted");
            return new Bound(
                    new Trigger.TriedCall(instance, function, failed, reason, arguments, condition, span), inner);
        }
        return new Bound(new Trigger.SuccessfulCall(instance, function, arguments, results, condition, span), inner);
    }

    /** What is only of calls that succeed, or only of calls that fail. */
    private void refuseMisplaced(InvParser.CallTriggerContext context, String outcome, Span span) {
        boolean inside = outcome.equals("call");
        if (inside && (setting == Setting.FLOW || setting == Setting.UPDATE)) {
            throw environment.source.unsupported(
                    span,
                    "'call(…)' in " + setting,
                    "write ok(…) for calls of steps, or an event that the function emits");
        }
        if (!outcome.equals("ok") && setting == Setting.FLOW) {
            throw environment.source.unsupported(
                    span, "'" + outcome + "' in a flow", "a flow counts what steps that succeed carry");
        }
        if (!outcome.equals("ok") && setting == Setting.UPDATE) {
            throw environment.source.ruleError(
                    span,
                    "a step that fails changes no ghost",
                    "write ok(…) or an event; what a failed call must not do is a rule on " + outcome + "(…)");
        }
        if (!outcome.equals("ok") && !inside && !context.pattern().isEmpty()) {
            throw environment.source.typeError(
                    span, "only a call that succeeds returns anything", "leave out returns (…), or write ok(…)");
        }
        if (!outcome.equals("reverted") && context.reason() != null) {
            throw environment.source.typeError(
                    environment.source.span(context.reason()),
                    "only a call that fails has a reason",
                    "write reverted(…) with …");
        }
    }

    private FunctionModel function(List<FunctionModel> named, InvParser.OccurrenceContext occurrence, Span span) {
        List<FunctionModel> changing =
                named.stream().filter(f -> f.mutability().changesState()).toList();
        if (changing.isEmpty()) {
            throw environment.source.ruleError(
                    span,
                    "'" + named.getFirst().name() + "' is a view: no transaction that matters calls it",
                    "views are read in the condition");
        }
        return new OccurrenceChecker(environment)
                .meant(
                        occurrence,
                        changing,
                        f -> f.inputs().stream().map(Parameter::type).toList(),
                        new OccurrenceChecker.Wording(
                                span,
                                "function",
                                FunctionResolver.signatures(named),
                                changing.getFirst().signature(),
                                "argument"));
    }

    private Bound event(InvParser.EventTriggerContext context, Optional<InvParser.ExpressionContext> where) {
        InvParser.OccurrenceContext occurrence = context.occurrence();
        Span span = environment.source.span(context);
        OccurrenceChecker occurrences = new OccurrenceChecker(environment);
        String instance =
                occurrences.instance(occurrence, "vault." + occurrence.member().getText());
        EventModel event = occurrences.event(occurrence, instance, span);
        PatternChecker patterns = new PatternChecker(environment);
        List<Trigger.Binding> bindings = patterns.fields(occurrence.pattern(), event);
        ExpressionChecker inner = new ExpressionChecker(environment, setting, patterns.locals());
        Optional<Expr> condition = asked(patterns, where.map(inner::truth));
        return new Bound(new Trigger.Emitted(instance, event, bindings, condition, span), inner);
    }

    /** The values of the pattern come before the condition, which may read what only they make sense of. */
    private static Optional<Expr> asked(PatternChecker patterns, Optional<Expr> where) {
        return Stream.concat(patterns.values().stream(), where.stream()).reduce(Exprs::and);
    }
}
