package thymus.spec.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import thymus.spec.TypeError;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Parameter;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.NumberText;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;

/** Resolves the function of a call, including overloads, and converts the arguments to its parameters. */
final class FunctionResolver {
    private final ExpressionChecker expressions;

    FunctionResolver(ExpressionChecker expressions) {
        this.expressions = expressions;
    }

    record Resolved(FunctionModel function, List<Expr> arguments) {}

    /** All functions with that name; at least one. */
    List<FunctionModel> named(String instance, String name, Span span) {
        List<FunctionModel> all = expressions.environment.model(instance).functions();
        List<FunctionModel> named =
                all.stream().filter(f -> f.name().equals(name)).toList();
        if (!named.isEmpty()) {
            return named;
        }
        boolean variable = expressions.environment.model(instance).storage().stream()
                .flatMap(List::stream)
                .anyMatch(v -> v.name().equals(name));
        String advice = variable
                ? "there is a state variable of that name: write " + instance + "." + name
                : Spelling.suggestion(
                        name, all.stream().map(FunctionModel::name).toList());
        throw expressions.source.nameError(
                span, expressions.environment.describe(instance) + " has no function '" + name + "'", advice);
    }

    /** @param candidates functions with one name, at least one */
    Resolved resolve(List<FunctionModel> candidates, List<PartialValue> arguments, Span span) {
        List<FunctionModel> fitting = candidates.stream()
                .filter(f -> f.inputs().size() == arguments.size())
                .toList();
        if (fitting.isEmpty()) {
            throw expressions.source.typeError(
                    span,
                    count(arguments.size()) + " given, but the function is " + signatures(candidates),
                    "give each parameter one argument, in this order");
        }
        if (fitting.size() == 1) {
            return fit(fitting.getFirst(), arguments);
        }
        List<Resolved> possible = new ArrayList<>();
        for (FunctionModel function : fitting) {
            try {
                possible.add(fit(function, arguments));
            } catch (TypeError e) {
                // The arguments do not fit this overload.
            }
        }
        if (possible.size() != 1) {
            String which = possible.isEmpty() ? "no overload fits" : "several overloads fit";
            throw expressions.source.typeError(
                    span, which + " these arguments", "the overloads are " + signatures(fitting));
        }
        return possible.getFirst();
    }

    Resolved fit(FunctionModel function, List<PartialValue> arguments) {
        List<Expr> exprs = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Parameter parameter = function.inputs().get(i);
            String name = parameter.name();
            String role = name.isEmpty() ? "argument " + (i + 1) : "the argument '" + name + "'";
            exprs.add(new ArgumentChecker(expressions).argument(arguments.get(i), parameter.type(), role));
        }
        return new Resolved(function, exprs);
    }

    static String count(int arguments) {
        return NumberText.count(arguments, "argument is", "arguments are");
    }

    static String signatures(List<FunctionModel> functions) {
        return functions.stream()
                .map(f -> f.name() + ResultChecker.parameters(f.inputs()))
                .collect(Collectors.joining(" or "));
    }
}
