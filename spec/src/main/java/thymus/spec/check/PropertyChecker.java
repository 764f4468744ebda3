package thymus.spec.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.spec.syntax.InvParser;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Type;
import thymus.spec.tree.Variable;
import thymus.spec.tree.Walk;

/** Properties, each of which is a declaration with a name. */
final class PropertyChecker {
    private final Declarations environment;
    private final MaximumChecker maxima;
    private final Map<String, Span> names = new LinkedHashMap<>();
    private final List<Property> properties = new ArrayList<>();

    PropertyChecker(Declarations environment, MaximumChecker maxima) {
        this.environment = environment;
        this.maxima = maxima;
    }

    List<Property> properties() {
        return List.copyOf(properties);
    }

    void invariant(InvParser.InvariantDeclarationContext context) {
        String name = name(context.name());
        ExpressionChecker expressions = new ExpressionChecker(environment, Setting.INVARIANT, BoundNames.NONE);
        properties.add(new Property.Invariant(
                name, expressions.truth(context.expression()), environment.source.span(context)));
    }

    /** An invariant that claims that a call would succeed, such as the one that ends a pause. */
    void enabled(InvParser.EnabledDeclarationContext context) {
        String name = name(context.name());
        Span span = environment.source.span(context);
        Expr condition =
                new ExpressionChecker(environment, Setting.INVARIANT, BoundNames.NONE).truth(context.expression());
        if (!claimsCall(condition)) {
            throw environment.source.ruleError(
                    environment.source.span(context.expression()),
                    "'" + name + "' does not claim that a call would succeed",
                    "write enabled " + name + ": condition ==> can(sender, call); or make it an invariant");
        }
        properties.add(new Property.Invariant(name, condition, span, "enabled"));
    }

    void respond(InvParser.RespondDeclarationContext context) {
        String name = name(context.name());
        properties.add(new RespondChecker(environment).property(name, context));
    }

    void maximize(InvParser.MaximizeDeclarationContext context) {
        String name = name(context.name());
        properties.add(maxima.property(name, context));
    }

    void envelope(InvParser.EnvelopeDeclarationContext context) {
        String name = name(context.name());
        properties.add(new EnvelopeChecker(environment).property(name, context));
    }

    void within(InvParser.WithinDeclarationContext context) {
        String name = name(context.name());
        properties.add(new WithinChecker(environment).property(name, context));
    }

    void neverTrips(InvParser.NeverTripsDeclarationContext context) {
        String name = name(context.name());
        properties.add(new BenignChecker(environment).property(name, context));
    }

    private static boolean claimsCall(Expr condition) {
        return switch (condition) {
            case Expr.Can _ -> true;
            case Expr.ForAll all -> claimsCall(all.body());
            case Expr.Binary b ->
                switch (b.operator()) {
                    case IMPLIES -> claimsCall(b.right());
                    case AND -> claimsCall(b.left()) && claimsCall(b.right());
                    case OR -> claimsCall(b.left()) || claimsCall(b.right());
                    case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO, MINIMUM, MAXIMUM -> false;
                    case LESS, LESS_OR_EQUAL, EQUAL, NOT_EQUAL -> false;
                };
            case Expr.Leaf _, Expr.StateRead _, Expr.Temporal _, Expr.Compound _ -> false;
        };
    }

    void rule(InvParser.RuleDeclarationContext context) {
        String name = name(context.name());
        Span span = environment.source.span(context);
        if (context.prohibition() != null) {
            properties.add(new NeverChecker(environment).rule(name, context.prohibition(), span));
            return;
        }
        InvParser.ExpressionContext condition = context.expression().getLast();
        if (context.trigger() == null) {
            new ExpressionChecker(environment, Setting.RULE, BoundNames.NONE).truth(condition);
            throw environment.source.ruleError(
                    span,
                    "the rule '" + name + "' has no trigger",
                    "say when it is judged: rule " + name
                            + ": on ok(vault.withdraw(amount)): …; or make it an invariant");
        }
        Optional<InvParser.ExpressionContext> where =
                context.expression().size() > 1 ? Optional.of(context.expression(0)) : Optional.empty();
        TriggerChecker.Bound bound = new TriggerChecker(environment, Setting.RULE).trigger(context.trigger(), where);
        Expr claimed = bound.expressions().truth(condition);
        TwoRunsChecker.requireCall(environment.source, bound.trigger(), claimed);
        if (bound.trigger() instanceof Trigger.InnerCall call) {
            MomentChecker.refuse(environment.source, claimed, call.where());
        }
        properties.add(new Property.Rule(name, bound.trigger(), claimed, span));
    }

    void limit(InvParser.LimitDeclarationContext context) {
        String name = name(context.name());
        Span span = environment.source.span(context);
        OverDurations read = overDurations(context.expression(), Setting.LIMIT);
        if (!hasWindow(read.condition())) {
            throw environment.source.ruleError(
                    span,
                    "the limit '" + name + "' has no window over a flow, so it would never be judged",
                    "use one, such as sum(out, last 24 hours), or make it an invariant");
        }
        requireUse(read, context.expression());
        properties.add(new Property.Limit(name, read.durations(), read.condition(), span));
    }

    /** An invariant that is there for the proofs of others, and may speak of windows of any length. */
    void lemma(InvParser.LemmaDeclarationContext context) {
        String name = name(context.name());
        OverDurations read = overDurations(context.expression(), Setting.LEMMA);
        requireUse(read, context.expression());
        properties.add(
                Property.Invariant.lemma(name, read.condition(), environment.source.span(context), read.durations()));
    }

    /** A condition for any lengths of windows. */
    private record OverDurations(List<Variable> durations, Expr condition) {}

    private OverDurations overDurations(InvParser.ExpressionContext whole, Setting setting) {
        ExpressionChecker expressions = new ExpressionChecker(environment, setting, BoundNames.NONE);
        InvParser.ExpressionContext body = whole;
        List<Variable> durations = new ArrayList<>();
        List<QuantifierChecker.Typed> others = List.of();
        while (others.isEmpty()
                && body instanceof InvParser.UniversalContext universal
                && universal.quantifier() instanceof InvParser.TypedQuantifierContext quantifier
                && quantifier.type().getText().equals("duration")) {
            List<QuantifierChecker.Typed> variables = new QuantifierChecker(expressions).variables(quantifier);
            List<QuantifierChecker.Typed> first = variables.stream()
                    .takeWhile(QuantifierChecker.Typed::isDuration)
                    .toList();
            for (QuantifierChecker.Typed duration : first) {
                Variable variable = environment.variable(duration.name().getText(), Type.INTEGER, Optional.empty());
                expressions = QuantifierChecker.bind(expressions, duration.name(), variable);
                durations.add(variable);
            }
            others = variables.subList(first.size(), variables.size());
            body = universal.expression();
        }
        Expr condition = others.isEmpty()
                ? expressions.truth(body)
                : new QuantifierChecker(expressions).typed(others, body, environment.source.span(whole));
        refusePastOfDurations(durations, condition);
        return new OverDurations(durations, condition);
    }

    void isolate(InvParser.IsolateDeclarationContext context) {
        String name = name(context.name(0));
        properties.add(new IsolationChecker(environment).property(name, context));
    }

    private static boolean hasWindow(Expr condition) {
        return Walk.all(condition).anyMatch(Expr.Windowed.class::isInstance);
    }

    private void requireUse(OverDurations read, InvParser.ExpressionContext context) {
        for (Variable duration : read.durations()) {
            boolean used = hasWindow(read.condition())
                    && Walk.all(read.condition())
                            .anyMatch(e -> e instanceof Expr.Local local
                                    && local.variable().equals(duration));
            if (!used) {
                throw environment.source.ruleError(
                        environment.source.span(context),
                        "the duration '" + duration.name() + "' is not used",
                        "use it as a window: sum(flow, last " + duration.name() + ")");
            }
        }
    }

    /** What states said earlier cannot depend on how far a limit looks back. */
    private void refusePastOfDurations(List<Variable> durations, Expr condition) {
        Walk.all(condition)
                .filter(Expr.Past.class::isInstance)
                .map(Expr.Past.class::cast)
                .forEach(past -> durations.stream()
                        .filter(Walk.free(past.operands())::contains)
                        .findFirst()
                        .ifPresent(duration -> {
                            throw environment.source.unsupported(
                                    past.span(),
                                    "the duration '" + duration.name() + "' inside " + past.word() + "(…)",
                                    "use it in windows and as the length of ago(…)");
                        }));
    }

    /**
     * The property whose name stands there.
     *
     * @param context null where nothing is named, as the parser has it
     */
    Optional<String> statedBy(InvParser.NameContext context) {
        boolean stated = context != null && environment.source.span(context).equals(names.get(context.getText()));
        return stated ? Optional.of(context.getText()) : Optional.empty();
    }

    private String name(InvParser.NameContext context) {
        String name = context.getText();
        Span span = environment.source.span(context);
        Span first = names.putIfAbsent(name, span);
        if (first != null) {
            throw environment.source.nameError(
                    span, "a property '" + name + "' is already stated at " + first.from(span), "choose another name");
        }
        return name;
    }
}
