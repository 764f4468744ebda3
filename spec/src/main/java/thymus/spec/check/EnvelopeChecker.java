package thymus.spec.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import thymus.spec.contract.FunctionModel;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.PropertyTexts;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.Span;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Walk;

/**
 * {@code envelope n: on c.set*(…): e}: e holds always, and a step that changes what e reads is one in which such a
 * function ran.
 */
final class EnvelopeChecker {
    private final Declarations environment;

    EnvelopeChecker(Declarations environment) {
        this.environment = environment;
    }

    Property.Invariant property(String name, InvParser.EnvelopeDeclarationContext context) {
        Span span = environment.source.span(context);
        List<Trigger> paths = context.trigger().stream().map(this::path).toList();
        Expr inside =
                new ExpressionChecker(environment, Setting.INVARIANT, BoundNames.NONE).truth(context.expression());
        refuseWindow(inside);
        Expr same = unchanged(inside)
                .orElseThrow(() -> environment.source.ruleError(
                        environment.source.span(context.expression()),
                        "the envelope '" + name + "' reads nothing that anybody could change",
                        "read a parameter, such as vault.fee"));
        String named = context.trigger().stream()
                .map(PropertyTexts::text)
                .reduce((left, right) -> left + ", " + right)
                .orElseThrow();
        Expr ran = new Expr.Matched(paths, true, "no call of " + named + " ran", span);
        return new Property.Invariant(name, Exprs.and(inside, Exprs.or(same, ran)), span, "envelope");
    }

    private Trigger path(InvParser.TriggerContext context) {
        Span span = environment.source.span(context);
        if (!(context instanceof InvParser.EventTriggerContext plain)) {
            InvParser.CallTriggerContext call = (InvParser.CallTriggerContext) context;
            throw environment.source.ruleError(
                    span,
                    "an envelope names functions alone, wherever in a step they run",
                    "write on " + PropertyTexts.text(call.occurrence()));
        }
        InvParser.OccurrenceContext occurrence = plain.occurrence();
        boolean isPlain = occurrence.pattern().stream()
                .allMatch(p -> p instanceof InvParser.EllipsisPatternContext
                        || p.getText().equals("_"));
        if (!isPlain) {
            throw environment.source.unsupported(
                    environment.source.span(occurrence.pattern().getFirst()),
                    "an argument in the pattern of an envelope",
                    "write …; what the arguments may be is what the condition says");
        }
        String member = occurrence.member().getText();
        String instance = new OccurrenceChecker(environment).instanceOf(occurrence, "vault." + member);
        List<FunctionModel> all = environment.model(instance).functions();
        boolean isPrefix = occurrence.wildcard != null;
        List<FunctionModel> named = all.stream()
                .filter(f -> isPrefix ? f.name().startsWith(member) : f.name().equals(member))
                .toList();
        List<FunctionModel> changing =
                named.stream().filter(f -> f.mutability().changesState()).toList();
        if (changing.isEmpty()) {
            throw missing(occurrence, instance, named.isEmpty(), all);
        }
        return new Trigger.Entered(instance, changing, span);
    }

    private RuntimeException missing(
            InvParser.OccurrenceContext occurrence, String instance, boolean none, List<FunctionModel> all) {
        String member = occurrence.member().getText();
        Span span = environment.source.span(occurrence.member());
        String pattern = member + (occurrence.wildcard == null ? "" : "*");
        if (!none) {
            return environment.source.ruleError(
                    span, "'" + pattern + "' names views alone, which change nothing", "name functions that set");
        }
        boolean isEvent = environment.model(instance).events().stream()
                .anyMatch(e -> e.name().equals(member));
        List<String> names = all.stream()
                .filter(f -> f.mutability().changesState())
                .map(FunctionModel::name)
                .toList();
        return environment.source.nameError(
                span,
                environment.describe(instance) + " has no function '" + pattern + "'",
                isEvent
                        ? "an envelope names the functions that change parameters, not their events"
                        : Optional.of(Spelling.suggestion(member, names))
                                .filter(near -> !near.isEmpty())
                                .orElse("it has " + String.join(", ", new LinkedHashSet<>(names))));
    }

    /** What moves with time or with flows is no parameter. */
    private void refuseWindow(Expr inside) {
        Walk.all(inside).filter(Expr.Windowed.class::isInstance).findFirst().ifPresent(window -> {
            throw environment.source.ruleError(
                    window.span(), "a window is no parameter, and nobody sets it", "write a limit");
        });
    }

    /**
     * That each value which the expression reads is what it was before the step; what it does not read, because of
     * what stands before, is not looked at.
     *
     * @return empty if it reads nothing
     */
    private static Optional<Expr> unchanged(Expr expr) {
        return switch (expr) {
            case Expr.ForAll e ->
                both(
                        all(e.domain()),
                        unchanged(e.body()).map(same -> new Expr.ForAll(e.variable(), e.domain(), same, e.span())));
            case Expr.Binary e
            when e.operator() == BinaryOperator.OR ->
                both(unchanged(e.left()), unchanged(e.right()).map(same -> Exprs.or(e.left(), same)));
            case Expr.Binary e
            when e.operator() == BinaryOperator.AND || e.operator() == BinaryOperator.IMPLIES ->
                both(
                        unchanged(e.left()),
                        unchanged(e.right())
                                .map(same -> new Expr.Binary(BinaryOperator.IMPLIES, e.left(), same, e.span())));
            case Expr.Conditional e -> {
                Expr yes = new Expr.TruthLiteral(true, e.span());
                Optional<Expr> then = unchanged(e.then());
                Optional<Expr> otherwise = unchanged(e.otherwise());
                Optional<Expr> chosen = then.isEmpty() && otherwise.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Expr.Conditional(e.condition(), then.orElse(yes), otherwise.orElse(yes), e.span()));
                yield both(unchanged(e.condition()), chosen);
            }
            case Expr.StateRead e ->
                both(
                        all(e.parts()),
                        Optional.of(
                                new Expr.Binary(BinaryOperator.EQUAL, e, new Expr.Previous(e, e.span()), e.span())));
            case Expr.Leaf e -> Optional.empty();
            case Expr.Temporal e -> all(e.parts());
            case Expr.Compound e -> all(e.parts());
        };
    }

    private static Optional<Expr> all(List<Expr> parts) {
        return parts.stream().flatMap(part -> unchanged(part).stream()).reduce(Exprs::and);
    }

    private static Optional<Expr> both(Optional<Expr> first, Optional<Expr> second) {
        return Stream.concat(first.stream(), second.stream()).reduce(Exprs::and);
    }
}
