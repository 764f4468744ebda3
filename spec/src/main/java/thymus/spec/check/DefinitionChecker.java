package thymus.spec.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.antlr.v4.runtime.tree.ParseTree;
import thymus.spec.contract.AbiType;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Variable;

/** {@code define}: what is declared, before anything uses it. */
final class DefinitionChecker {
    private static final int MOST_NESTED = 50;

    private final Declarations environment;

    DefinitionChecker(Declarations environment) {
        this.environment = environment;
    }

    void define(InvParser.DefineDeclarationContext context) {
        String name = context.name().getText();
        Span span = environment.source.span(context.name());
        if (BuiltinChecker.NAMES.contains(name) || Types.word(name).isPresent() || Unsupported.reserves(name)) {
            throw environment.source.nameError(
                    span, "'" + name + "' has a meaning of its own and cannot be declared", "choose another name");
        }
        environment.declare(name, span);
        List<Definition.Parameter> parameters = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (InvParser.ParameterContext parameter : context.parameter()) {
            if (!names.add(parameter.name().getText())) {
                throw environment.source.nameError(
                        environment.source.span(parameter.name()),
                        "the parameter '" + parameter.name().getText() + "' is given twice",
                        "choose another name");
            }
            Optional<AbiType> type = Optional.ofNullable(parameter.type()).map(this::type);
            parameters.add(new Definition.Parameter(parameter.name(), type));
        }
        InvParser.ExpressionContext body = context.expression();
        int size = body.getStop().getStopIndex() - body.getStart().getStartIndex() + 1;
        environment.definitions.put(name, new Definition(name, parameters, body, size, span));
    }

    private AbiType type(InvParser.TypeContext context) {
        return Types.word(context.getText())
                .orElseThrow(() -> environment.source.nameError(
                        environment.source.span(context),
                        "'" + context.getText() + "' is not a type of one value",
                        Spelling.suggestion(
                                context.getText(), List.of("address", "uint256", "int256", "bytes32", "bool"))));
    }

    /** Refuses definitions that use themselves, before one is expanded. */
    void refuseRecursion() {
        Map<String, List<String>> uses = new LinkedHashMap<>();
        environment.definitions.forEach((name, definition) -> uses.put(
                name,
                names(definition.body())
                        .filter(environment.definitions::containsKey)
                        .distinct()
                        .toList()));
        Set<String> done = new LinkedHashSet<>();
        uses.keySet().forEach(name -> follow(name, uses, new ArrayList<>(), done));
    }

    private void follow(String name, Map<String, List<String>> uses, List<String> path, Set<String> done) {
        if (done.contains(name)) {
            return;
        }
        path.add(name);
        if (path.size() > MOST_NESTED) {
            throw environment.source.ruleError(
                    environment.definitions.get(name).span(),
                    "definitions use each other more than " + MOST_NESTED + " deep",
                    "write some of them out");
        }
        for (String next : uses.get(name)) {
            if (path.contains(next)) {
                List<String> circle = new ArrayList<>(path.subList(path.indexOf(next), path.size()));
                circle.add(next);
                throw environment.source.ruleError(
                        environment.definitions.get(name).span(),
                        "the definition '" + next + "' uses itself: " + String.join(" -> ", circle),
                        "a definition stands for its text, which would have no end");
            }
            follow(next, uses, path, done);
        }
        path.removeLast();
        done.add(name);
    }

    private static Stream<String> names(ParseTree tree) {
        Stream<String> own =
                tree instanceof InvParser.NameExpressionContext name ? Stream.of(name.getText()) : Stream.empty();
        Stream<String> inner =
                Stream.iterate(0, i -> i < tree.getChildCount(), i -> i + 1).flatMap(i -> names(tree.getChild(i)));
        return Stream.concat(own, inner);
    }

    /** Checks those whose types are known, used or not. */
    void check(Definition definition) {
        if (!definition.isTyped()) {
            return;
        }
        ExpressionChecker expressions = new ExpressionChecker(environment, Setting.DEFINITION, BoundNames.NONE);
        List<PartialValue.Scalar> values = new ArrayList<>();
        for (Definition.Parameter parameter : definition.parameters()) {
            AbiType type = parameter.type().orElseThrow();
            Variable any = environment.variable(parameter.name().getText(), Types.of(type), Optional.of(type));
            values.add(PartialValue.Scalar.of(new Expr.Local(any, environment.source.span(parameter.name())), type));
        }
        new Expansion(expressions).body(definition, values);
    }
}
