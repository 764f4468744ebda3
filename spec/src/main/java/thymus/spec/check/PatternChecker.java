package thymus.spec.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.EventModel;
import thymus.spec.contract.Parameter;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.NumberText;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Variable;

/** The names that a trigger gives to words: {@code (user, _, (cap, rate))}. */
final class PatternChecker {
    private final Declarations environment;
    private BoundNames locals = BoundNames.NONE;

    PatternChecker(Declarations environment) {
        this.environment = environment;
    }

    BoundNames locals() {
        return locals;
    }

    /** @param patterns none, or one for each parameter */
    List<Trigger.Binding> words(List<InvParser.PatternContext> patterns, List<Parameter> parameters) {
        List<Trigger.Binding> bindings = new ArrayList<>();
        bind(patterns, parameters, 0, bindings);
        return bindings;
    }

    List<Trigger.Binding> fields(List<InvParser.PatternContext> patterns, EventModel event) {
        List<Trigger.Binding> bindings = new ArrayList<>();
        for (int i = 0; i < patterns.size(); i++) {
            if (patterns.get(i) instanceof InvParser.GroupPatternContext group) {
                throw environment.source.unsupported(
                        environment.source.span(group), "a struct in an event", "use a call trigger");
            }
            pattern(patterns.get(i), event.fields().get(i).type(), i, bindings);
        }
        return bindings;
    }

    /**
     * Binds the sender where {@code from} is followed by a name that means nothing yet. The name stands for
     * {@code msg.sender}.
     *
     * @return false if the expression asks for a certain sender; a name that is nearly an account's is taken for that
     */
    boolean sender(InvParser.ExpressionContext context) {
        if (!(context instanceof InvParser.NameExpressionContext)) {
            return false;
        }
        String name = context.getText();
        if (environment.isAccount(name)
                || Declarations.RESERVED.contains(name)
                || Spelling.nearest(name, environment.accounts()).isPresent()) {
            return false;
        }
        Span span = environment.source.span(context);
        Expr sender = new Expr.Context(Expr.Context.Field.SENDER, span);
        locals = locals.with(environment, name, span, PartialValue.Scalar.of(sender, new AbiType.Address()));
        environment.boundByTriggers.putIfAbsent(name, span);
        return true;
    }

    private void bind(
            List<InvParser.PatternContext> patterns,
            List<Parameter> parameters,
            int firstWord,
            List<Trigger.Binding> bindings) {
        int word = firstWord;
        for (int i = 0; i < patterns.size(); i++) {
            AbiType type = parameters.get(i).type();
            pattern(patterns.get(i), type, word, bindings);
            word += type.headWords();
        }
    }

    private void pattern(InvParser.PatternContext context, AbiType type, int word, List<Trigger.Binding> bindings) {
        Span span = environment.source.span(context);
        switch (context) {
            case InvParser.NamePatternContext c -> {
                if (!c.getText().equals("_")) {
                    bindings.add(name(c, type, word, span));
                }
            }
            case InvParser.GroupPatternContext c -> group(c, type, word, bindings, span);
            case InvParser.EllipsisPatternContext c ->
                throw environment.source.unsupported(
                        span, "'" + c.getText() + "'", "write _ for each argument that does not matter");
            case InvParser.LiteralPatternContext c ->
                throw environment.source.unsupported(
                        span, "a value in a pattern", "bind a name and add: where name == " + c.getText());
            default -> throw new IllegalArgumentException(context.getText());
        }
    }

    private Trigger.Binding name(InvParser.NamePatternContext context, AbiType type, int word, Span span) {
        String name = context.getText();
        if (!type.isWord()) {
            String advice = type instanceof AbiType.Tuple tuple && type.isStatic()
                    ? "take it apart: " + ResultChecker.parameters(tuple.components())
                    : "write _ to skip it";
            throw environment.source.typeError(
                    span,
                    "'" + name + "' would be of type " + type.canonicalName() + ", which is not one value",
                    advice);
        }
        Variable variable = environment.variable(name, Types.of(type), Optional.of(type));
        locals = locals.with(environment, name, span, PartialValue.Scalar.of(new Expr.Local(variable, span), type));
        environment.boundByTriggers.putIfAbsent(name, span);
        return new Trigger.Binding(variable, word);
    }

    private void group(
            InvParser.GroupPatternContext context, AbiType type, int word, List<Trigger.Binding> bindings, Span span) {
        if (!type.isStatic()) {
            throw environment.source.unsupported(span, "taking apart a value of dynamic length", "write _ to skip it");
        }
        List<Parameter> parts = switch (type) {
            case AbiType.Tuple tuple -> tuple.components();
            case AbiType.Array array ->
                Collections.nCopies(array.length().orElseThrow(), new Parameter("", array.element()));
            case AbiType.Word _, AbiType.ByteString _ -> List.of();
        };
        if (parts.size() != context.pattern().size()) {
            throw environment.source.typeError(
                    span,
                    NumberText.count(context.pattern().size(), "name") + " for a value of type " + type.canonicalName(),
                    "write _ for a part that does not matter");
        }
        bind(context.pattern(), parts, word, bindings);
    }
}
