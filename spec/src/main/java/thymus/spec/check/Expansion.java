package thymus.spec.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.antlr.v4.runtime.RuleContext;
import thymus.spec.SpecificationError;
import thymus.spec.contract.AbiType;
import thymus.spec.syntax.InvParser;
import thymus.spec.text.NumberText;
import thymus.spec.text.Span;

/**
 * A definition where it is used. It stands for its body, with the arguments in place of the parameters: the body sees
 * its parameters and the names of the file, and nothing that is bound where it is used.
 */
final class Expansion {
    /** As of an expression that is written out. */
    static final int DEEPEST = 200;

    private static final int LARGEST = 1 << 20;
    static final int MOST_NODES = 1_000_000;

    private final ExpressionChecker expressions;
    private final Declarations environment;

    Expansion(ExpressionChecker expressions) {
        this.expressions = expressions;
        this.environment = expressions.environment;
    }

    /** A definition that is named without arguments. */
    PartialValue constant(Definition definition, RuleContext use, Span span) {
        if (!definition.parameters().isEmpty()) {
            throw wrongCount(definition, 0, span);
        }
        return expand(definition, List.of(), use, span);
    }

    PartialValue call(Definition definition, InvParser.CallExpressionContext use) {
        Span span = expressions.span(use);
        List<InvParser.ExpressionContext> given = new CallChecker(expressions).plain(use);
        if (definition.parameters().size() != given.size() || given.isEmpty()) {
            throw wrongCount(definition, given.size(), span);
        }
        List<PartialValue.Scalar> arguments = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            arguments.add(fitted(definition, definition.parameters().get(i), expressions.comparable(given.get(i))));
        }
        return expand(definition, arguments, use, span);
    }

    private SpecificationError wrongCount(Definition definition, int given, Span span) {
        int taken = definition.parameters().size();
        List<String> names =
                definition.parameters().stream().map(p -> p.name().getText()).toList();
        return environment.source.typeError(
                span,
                "'" + definition.name() + "', defined at " + definition.span().from(span) + ", takes "
                        + (taken == 0 ? "no arguments" : NumberText.count(taken, "argument"))
                        + ", and " + given + (given == 1 ? " is given" : " are given"),
                "write " + definition.name() + (taken == 0 ? "" : "(" + String.join(", ", names) + ")"));
    }

    private PartialValue.Scalar fitted(
            Definition definition, Definition.Parameter parameter, PartialValue.Scalar argument) {
        if (parameter.type().isEmpty()) {
            return argument;
        }
        AbiType type = parameter.type().get();
        String role = "the argument '" + parameter.name().getText() + "' of '" + definition.name() + "'";
        if (type instanceof AbiType.FixedBytes bytes) {
            return new ArgumentChecker(expressions).bytes(argument, bytes, role);
        }
        if (argument.type() != Types.of(type)) {
            throw environment.source.typeError(
                    argument.span(),
                    role + " is of type " + type.canonicalName() + ", found " + Types.describe(argument),
                    "it is defined at " + definition.span().from(argument.span()));
        }
        return argument;
    }

    private PartialValue expand(
            Definition definition, List<PartialValue.Scalar> arguments, RuleContext use, Span span) {
        int depth = depth(use);
        environment.expansionDepth += depth;
        environment.expanded += definition.size();
        try {
            if (environment.expansionDepth > DEEPEST || environment.expanded > LARGEST) {
                throw tooLarge(definition, span);
            }
            PartialValue value = located(definition, arguments, span);
            environment.nodes += new Size(DEEPEST, MOST_NODES - environment.nodes)
                    .of(value)
                    .orElseThrow(() -> tooLarge(definition, span));
            return value;
        } finally {
            environment.expansionDepth -= depth;
        }
    }

    /** What is wrong in the body is said with both places. */
    private PartialValue located(Definition definition, List<PartialValue.Scalar> arguments, Span span) {
        try {
            return body(definition, arguments);
        } catch (SpecificationError error) {
            throw environment.source.within(error, "in the definition of '" + definition.name() + "', used at " + span);
        }
    }

    private SpecificationError tooLarge(Definition definition, Span span) {
        return environment.source.ruleError(
                span,
                "'" + definition.name() + "' makes this nested more than " + DEEPEST
                        + " levels deep, or the whole file larger than 1 MB",
                "use fewer definitions within each other");
    }

    /** How many expressions stand around the use. */
    private static int depth(RuleContext use) {
        return (int) Stream.iterate(use, c -> c != null, c -> c.parent)
                .filter(InvParser.ExpressionContext.class::isInstance)
                .count();
    }

    /** What the body comes to for these arguments. */
    PartialValue body(Definition definition, List<PartialValue.Scalar> arguments) {
        BoundNames names = BoundNames.NONE;
        for (int i = 0; i < arguments.size(); i++) {
            InvParser.NameContext name = definition.parameters().get(i).name();
            names = names.with(environment, name.getText(), environment.source.span(name), arguments.get(i));
        }
        return expressions.with(names).value(definition.body());
    }
}
