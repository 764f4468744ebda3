package thymus.spec.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.spec.contract.AbiType;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Type;
import thymus.spec.tree.Variable;

/** Checks {@code forall}, and the domains of it and of the loops of setup. */
final class QuantifierChecker {
    private static final int MOST_VARIABLES = 50;

    private final ExpressionChecker expressions;

    QuantifierChecker(ExpressionChecker expressions) {
        this.expressions = expressions;
    }

    PartialValue.Scalar universal(InvParser.UniversalContext context) {
        Span span = expressions.span(context);
        new NameChecker(expressions).refuseState("'forall'", span);
        Expr expr = switch (context.quantifier()) {
            case InvParser.TypedQuantifierContext q -> typed(variables(q), context.expression(), span);
            case InvParser.DomainQuantifierContext q -> listed(q, context.expression(), span);
            default -> throw new IllegalArgumentException(context.getText());
        };
        return PartialValue.Scalar.of(expr, new AbiType.Bool());
    }

    /** A variable of a quantifier that goes over a type. */
    record Typed(InvParser.TypeContext type, InvParser.NameContext name) {
        boolean isDuration() {
            return type.getText().equals("duration");
        }
    }

    /** The variables in order, at least one. */
    List<Typed> variables(InvParser.TypedQuantifierContext quantifier) {
        List<Typed> variables = new ArrayList<>(List.of(new Typed(quantifier.type(), quantifier.name())));
        for (InvParser.QuantifiedContext next : quantifier.quantified()) {
            if (variables.size() == MOST_VARIABLES) {
                throw expressions.source.ruleError(
                        expressions.source.span(next),
                        "a 'forall' has at most " + MOST_VARIABLES + " variables",
                        "split the property");
            }
            InvParser.TypeContext type =
                    next.type() == null ? variables.getLast().type() : next.type();
            variables.add(new Typed(type, next.name()));
        }
        return variables;
    }

    /** @param variables at least one */
    Expr typed(List<Typed> variables, InvParser.ExpressionContext body, Span span) {
        AbiType type = type(variables.getFirst().type());
        InvParser.NameContext name = variables.getFirst().name();
        Variable variable = expressions.environment.variable(name.getText(), Types.of(type), Optional.of(type));
        ExpressionChecker inner = bind(expressions, name, variable);
        Expr rest = variables.size() == 1
                ? inner.truth(body)
                : new QuantifierChecker(inner).typed(variables.subList(1, variables.size()), body, span);
        return new Expr.ForAll(variable, List.of(), rest, span);
    }

    private AbiType type(InvParser.TypeContext context) {
        String name = context.getText();
        Span span = expressions.source.span(context);
        if (name.equals("duration")) {
            throw expressions.source.ruleError(
                    span,
                    "'forall duration' begins a limit or a lemma, and stands nowhere else",
                    "limit n: forall duration W: sum(flow, last W) <= …;");
        }
        return Types.word(name)
                .orElseThrow(() -> expressions.source.nameError(
                        span,
                        "'" + name + "' is not a type that can be quantified",
                        Spelling.suggestion(
                                name, List.of("address", "uint256", "int256", "bytes32", "bool", "duration"))));
    }

    /** Binds a variable to itself. */
    static ExpressionChecker bind(ExpressionChecker outer, InvParser.NameContext name, Variable variable) {
        Span span = outer.source.span(name);
        Expr local = new Expr.Local(variable, span);
        PartialValue.Scalar value =
                variable.abi().map(t -> PartialValue.Scalar.of(local, t)).orElse(PartialValue.Scalar.of(local));
        return outer.with(outer.locals.with(outer.environment, name.getText(), span, value));
    }

    private Expr listed(InvParser.DomainQuantifierContext quantifier, InvParser.ExpressionContext body, Span span) {
        List<PartialValue.Scalar> elements = domain(quantifier.domain());
        List<Expr> exprs = elements.stream()
                .map(e -> expressions.expect(e, elements.getFirst().type(), "the elements of a set have one type"))
                .toList();
        Type type = elements.getFirst().type();
        Variable variable = expressions.environment.variable(quantifier.name().getText(), type, Optional.empty());
        return new Expr.ForAll(
                variable, exprs, bind(expressions, quantifier.name(), variable).truth(body), span);
    }

    /** The elements of the domain, at least one. */
    List<PartialValue.Scalar> domain(InvParser.DomainContext context) {
        List<PartialValue.Scalar> elements = new ArrayList<>();
        if (context instanceof InvParser.ListedDomainContext listed) {
            listed.set().expression().forEach(e -> elements.add(expressions.scalar(e)));
        } else if (context.getText().equals("actors")) {
            Span span = expressions.source.span(context);
            expressions.environment.actors.forEach(
                    a -> elements.add(PartialValue.Scalar.of(new Expr.Account(a, span), new AbiType.Address())));
        } else {
            throw expressions.source.nameError(
                    expressions.source.span(context),
                    "'" + context.getText() + "' is not a set",
                    "write actors, or list the elements: {alice, bob}");
        }
        if (elements.isEmpty()) {
            throw expressions.source.ruleError(
                    expressions.source.span(context), "the set is empty, so nothing would be said", "");
        }
        return elements;
    }
}
