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
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Variable;

/** The names that a trigger gives to words, and the values that it asks for: {@code (user, _, (cap, 5), …)}. */
final class PatternChecker {
    private final Declarations environment;
    private final List<Expr> values = new ArrayList<>();
    private BoundNames locals = BoundNames.NONE;

    PatternChecker(Declarations environment) {
        this.environment = environment;
    }

    BoundNames locals() {
        return locals;
    }

    /** The condition that every word has the value that the pattern asks for, in order. */
    List<Expr> values() {
        return List.copyOf(values);
    }

    /** @param patterns none, or one for each parameter; an ellipsis at the end stands for the rest */
    List<Trigger.Binding> words(List<InvParser.PatternContext> patterns, List<Parameter> parameters) {
        List<Trigger.Binding> bindings = new ArrayList<>();
        bind(patterns, parameters, 0, bindings);
        return bindings;
    }

    List<Trigger.Binding> fields(List<InvParser.PatternContext> patterns, EventModel event) {
        List<Trigger.Binding> bindings = new ArrayList<>();
        List<InvParser.PatternContext> given = PatternTypes.closed(patterns);
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i) instanceof InvParser.GroupPatternContext group) {
                throw environment.source.unsupported(
                        environment.source.span(group), "a struct in an event", "use a call trigger");
            }
            EventModel.Field field = event.fields().get(i);
            boolean isText = field.type() instanceof AbiType.ByteString && !field.indexed();
            if (isText && given.get(i) instanceof InvParser.NamePatternContext name && isNewName(name)) {
                bindings.add(bound(name.name(), field.type(), i));
                continue;
            }
            pattern(given.get(i), new Parameter(field.name(), field.type()), i, bindings);
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
                || environment.definitions.containsKey(name)
                || environment.parameters.containsKey(name)
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
        List<InvParser.PatternContext> given = PatternTypes.closed(patterns);
        int word = firstWord;
        for (int i = 0; i < given.size(); i++) {
            pattern(given.get(i), parameters.get(i), word, bindings);
            word += parameters.get(i).type().headWords();
        }
    }

    private void pattern(
            InvParser.PatternContext context, Parameter parameter, int word, List<Trigger.Binding> bindings) {
        switch (context) {
            case InvParser.NamePatternContext c -> {
                boolean isType = PatternTypes.named(c).isPresent();
                if (isValue(c)) {
                    bindings.add(value(c, parameter, word));
                } else if (!isType && !c.getText().equals("_")) {
                    bindings.add(name(c.name(), parameter.type(), word));
                }
            }
            case InvParser.TypedPatternContext c -> {
                if (!c.name().getText().equals("_")) {
                    bindings.add(name(c.name(), parameter.type(), word));
                }
            }
            case InvParser.TypePatternContext _ -> {}
            case InvParser.GroupPatternContext c -> group(c, parameter.type(), word, bindings);
            case InvParser.ValuePatternContext c -> bindings.add(value(c, parameter, word));
            default -> throw new IllegalArgumentException(context.getText());
        }
    }

    /** A name that is an account's or a constant's already is asked for, not bound. */
    private boolean isValue(InvParser.NamePatternContext context) {
        String name = context.getText();
        return environment.isAccount(name)
                || environment.definitions.containsKey(name)
                || environment.parameters.containsKey(name);
    }

    /** A name of its own for the word, which the file cannot write, and the condition on it. */
    private Trigger.Binding value(InvParser.PatternContext context, Parameter parameter, int word) {
        Span span = environment.source.span(context);
        AbiType type = parameter.type();
        String role = parameter.name().isEmpty() ? "this argument" : "'" + parameter.name() + "'";
        if (!type.isWord()) {
            throw environment.source.typeError(
                    span,
                    role + " is of type " + type.canonicalName() + ", which is not one value",
                    "write _ to skip it");
        }
        ExpressionChecker constants = new ExpressionChecker(environment, Setting.PATTERN, BoundNames.NONE);
        PartialValue asked = asked(context, type, constants);
        Expr expected = new ArgumentChecker(constants).argument(asked, type, role);
        Variable variable =
                environment.variable(parameter.name() + " in the pattern", Types.of(type), Optional.of(type));
        values.add(new Expr.Binary(BinaryOperator.EQUAL, new Expr.Local(variable, span), expected, span));
        return new Trigger.Binding(variable, word);
    }

    private PartialValue asked(InvParser.PatternContext context, AbiType type, ExpressionChecker constants) {
        if (context instanceof InvParser.ValuePatternContext value) {
            return constants.value(value.expression());
        }
        Definition definition = environment.definitions.get(context.getText());
        if (definition != null) {
            return new Expansion(constants).constant(definition, context, environment.source.span(context));
        }
        if (environment.parameters.containsKey(context.getText())) {
            return PartialValue.Scalar.of(new Expr.Parameter(context.getText(), environment.source.span(context)));
        }
        Expr account = new Expr.Account(context.getText(), environment.source.span(context));
        if (!(type instanceof AbiType.Address)) {
            throw environment.source.nameError(
                    account.span(), "'" + context.getText() + "' already has a meaning here", "choose another name");
        }
        return PartialValue.Scalar.of(account, new AbiType.Address());
    }

    private Trigger.Binding name(InvParser.NameContext context, AbiType type, int word) {
        Span span = environment.source.span(context);
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
        return bound(context, type, word);
    }

    private boolean isNewName(InvParser.NamePatternContext context) {
        return !isValue(context)
                && PatternTypes.named(context).isEmpty()
                && !context.getText().equals("_");
    }

    private Trigger.Binding bound(InvParser.NameContext context, AbiType type, int word) {
        Span span = environment.source.span(context);
        String name = context.getText();
        Variable variable = environment.variable(name, Types.of(type), Optional.of(type));
        locals = locals.with(environment, name, span, PartialValue.Scalar.of(new Expr.Local(variable, span), type));
        environment.boundByTriggers.putIfAbsent(name, span);
        return new Trigger.Binding(variable, word);
    }

    private void group(InvParser.GroupPatternContext context, AbiType type, int word, List<Trigger.Binding> bindings) {
        Span span = environment.source.span(context);
        if (!type.isStatic()) {
            throw environment.source.unsupported(span, "taking apart a value of dynamic length", "write _ to skip it");
        }
        List<Parameter> parts = switch (type) {
            case AbiType.Tuple tuple -> tuple.components();
            case AbiType.Array array ->
                Collections.nCopies(array.length().orElseThrow(), new Parameter("", array.element()));
            case AbiType.Word _, AbiType.ByteString _ -> List.of();
        };
        if (!PatternTypes.fitsCount(context.pattern(), parts.size())) {
            throw environment.source.typeError(
                    span,
                    NumberText.count(PatternTypes.closed(context.pattern()).size(), "name") + " for a value of type "
                            + type.canonicalName(),
                    "write _ for a part that does not matter");
        }
        bind(context.pattern(), parts, word, bindings);
    }
}
