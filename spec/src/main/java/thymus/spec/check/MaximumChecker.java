package thymus.spec.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.PropertyTexts;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.NumberText;
import thymus.spec.text.Span;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;

/**
 * {@code maximize n: e;} and {@code claim n <= bound;}. With a claim it is the invariant that e stays below the bound.
 * Without one the bound is a number that nothing reaches, so that the branch distance still says how large e is.
 */
final class MaximumChecker {
    private final Declarations environment;
    private final Map<String, InvParser.ClaimDeclarationContext> claims = new LinkedHashMap<>();

    MaximumChecker(Declarations environment) {
        this.environment = environment;
    }

    /** Notes what a file claims, before its maxima are checked. */
    void claim(InvParser.ClaimDeclarationContext context, List<String> maxima) {
        Span span = environment.source.span(context.expression());
        String name = PropertyTexts.bounded(context.expression())
                .orElseThrow(() -> environment.source.ruleError(
                        span,
                        "'claim' bounds the name of a 'maximize' from above",
                        "write maximize loss: …; claim loss <= 5e18;"));
        if (!maxima.contains(name)) {
            String near = Spelling.suggestion(name, maxima);
            throw environment.source.nameError(
                    span,
                    "there is no 'maximize' with the name '" + name + "'",
                    near.isEmpty() ? "say what is bounded: maximize " + name + ": …;" : near);
        }
        InvParser.ClaimDeclarationContext first = claims.putIfAbsent(name, context);
        if (first != null) {
            throw environment.source.ruleError(
                    span,
                    "'" + name + "' has a claim already, at "
                            + environment.source.span(first).from(span),
                    "keep the smaller one");
        }
    }

    Property.Invariant property(String name, InvParser.MaximizeDeclarationContext context) {
        Span span = environment.source.span(context);
        environment.parameters.values().stream().findFirst().ifPresent(parameter -> {
            throw environment.source.unsupported(
                    environment.source.span(context.getStart()),
                    "'maximize' beside the parameter '" + parameter.name() + "'",
                    "give it a value: define " + parameter.name() + " = " + NumberText.value(parameter.greatest())
                            + ";");
        });
        if (context.expression().size() > 1) {
            throw environment.source.unsupported(
                    environment.source.span(context.expression(1)),
                    "'over'",
                    "say it in the expression: sum(flow, last 24 hours), or e - ago(24 hours, e)");
        }
        ExpressionChecker expressions = new ExpressionChecker(environment, Setting.INVARIANT, BoundNames.NONE);
        Expr objective = expressions.integer(context.expression(0));
        Optional<InvParser.ClaimDeclarationContext> claim = Optional.ofNullable(claims.get(name));
        Expr condition = claim.map(c -> bounded(name, objective, c, expressions))
                .orElseGet(() -> new Expr.Binary(
                        BinaryOperator.LESS_OR_EQUAL,
                        objective,
                        Exprs.integer(Property.Maximum.UNREACHED, span),
                        span));
        return new Property.Invariant(
                name, condition, span, "maximize", Optional.of(new Property.Maximum(objective, claim.isPresent())));
    }

    /** The comparison of the claim, in which the name stands for the quantity. */
    private Expr bounded(
            String name, Expr objective, InvParser.ClaimDeclarationContext claim, ExpressionChecker expressions) {
        PartialValue.Scalar quantity = PartialValue.Scalar.of(objective);
        BoundNames names = expressions.locals.with(environment, name, environment.source.span(claim), quantity);
        return expressions.with(names).truth(claim.expression());
    }
}
