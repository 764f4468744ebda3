package thymus.spec.check;

import java.util.List;
import java.util.stream.Collectors;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.Span;

/** Selects one word of the results of a view function. */
final class ResultChecker {
    private final ExpressionChecker expressions;

    ResultChecker(ExpressionChecker expressions) {
        this.expressions = expressions;
    }

    PartialValue.Results member(PartialValue.Results results, InvParser.MemberExpressionContext context) {
        String name = context.member().getText();
        Span at = expressions.source.span(context.member());
        List<Parameter> outputs = results.function().outputs();
        boolean alone = results.whole() && outputs.size() == 1;
        if (results.remaining() instanceof AbiType.Tuple tuple) {
            boolean inside = tuple.components().stream().anyMatch(c -> c.name().equals(name));
            if (inside || !alone || !outputs.getFirst().name().equals(name)) {
                return select(results, tuple, name, at, expressions.span(context));
            }
        }
        if (alone && outputs.getFirst().name().equals(name)) {
            return results;
        }
        throw expressions.source.typeError(
                at,
                results.function().name() + " returns " + describe(results.remaining()) + ", without member '" + name
                        + "'",
                "");
    }

    private PartialValue.Results select(
            PartialValue.Results results, AbiType.Tuple tuple, String name, Span at, Span span) {
        refuseDynamic(results, at);
        int word = results.word();
        for (Parameter component : tuple.components()) {
            if (component.name().equals(name)) {
                return at(results, component.type(), word, span);
            }
            word += component.type().headWords();
        }
        List<String> names = tuple.components().stream().map(Parameter::name).toList();
        String suggestion = Spelling.suggestion(name, names);
        throw expressions.source.nameError(
                at,
                results.function().name() + " returns no '" + name + "'",
                suggestion.isEmpty() ? "it returns " + describe(tuple) : suggestion);
    }

    PartialValue.Results index(PartialValue.Results results, InvParser.IndexExpressionContext context) {
        Span span = expressions.span(context);
        InvParser.ExpressionContext index = context.expression(1);
        refuseDynamic(results, span);
        if (results.remaining() instanceof AbiType.Array array) {
            int position = new MemberChecker(expressions)
                    .position(index, array.length().orElseThrow());
            return at(
                    results,
                    array.element(),
                    results.word() + position * array.element().headWords(),
                    span);
        }
        if (results.remaining() instanceof AbiType.Tuple tuple) {
            int position = new MemberChecker(expressions)
                    .position(index, tuple.components().size());
            int before = tuple.components().stream()
                    .limit(position)
                    .mapToInt(c -> c.type().headWords())
                    .sum();
            return at(results, tuple.components().get(position).type(), results.word() + before, span);
        }
        throw expressions.source.typeError(span, describe(results.remaining()) + " cannot be indexed", "");
    }

    /** Refuses a dynamic value. Its head word is an offset, so no part of it can be selected. */
    private void refuseDynamic(PartialValue.Results results, Span span) {
        if (!results.isSideBySide() && !results.remaining().isStatic()) {
            throw expressions.source.unsupported(
                    span,
                    "a part of a result of dynamic length",
                    "give the contract a view that returns the one value");
        }
    }

    private static PartialValue.Results at(PartialValue.Results results, AbiType type, int word, Span span) {
        return new PartialValue.Results(
                results.instance(), results.function(), results.arguments(), type, word, false, span);
    }

    PartialValue.Scalar finish(PartialValue.Results results) {
        if (results.remaining() instanceof AbiType.Word || results.remaining() instanceof AbiType.ByteString) {
            return MemberChecker.word(results);
        }
        String advice = results.remaining() instanceof AbiType.Tuple tuple
                        && !tuple.components().isEmpty()
                ? "select one of them, such as ."
                        + tuple.components().getFirst().name()
                : "";
        throw expressions.source.typeError(
                results.span(),
                results.function().name() + " returns " + describe(results.remaining()) + ", not one value",
                advice);
    }

    static String describe(AbiType type) {
        if (type instanceof AbiType.Tuple tuple) {
            return tuple.components().isEmpty() ? "nothing" : parameters(tuple.components());
        }
        return type.canonicalName();
    }

    /** Renders a signature with names: "(address user, uint256 amount)". */
    static String parameters(List<Parameter> parameters) {
        return parameters.stream()
                .map(p -> (p.type().canonicalName() + " " + p.name()).strip())
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
