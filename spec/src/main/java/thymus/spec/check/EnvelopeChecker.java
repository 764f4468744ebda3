package thymus.spec.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.PropertyTexts;
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
    private static final NamedFunctions.Words WORDS = new NamedFunctions.Words(
            "an envelope",
            "on",
            "what the arguments may be is what the condition says",
            "name functions that set",
            "an envelope names the functions that change parameters, not their events");

    private final Declarations environment;

    EnvelopeChecker(Declarations environment) {
        this.environment = environment;
    }

    Property.Invariant property(String name, InvParser.EnvelopeDeclarationContext context) {
        Span span = environment.source.span(context);
        List<Trigger> paths = context.trigger().stream()
                .<Trigger>map(path -> {
                    NamedFunctions.Named named = new NamedFunctions(environment, WORDS).of(path);
                    return new Trigger.Entered(named.instance(), named.functions(), environment.source.span(path));
                })
                .toList();
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
