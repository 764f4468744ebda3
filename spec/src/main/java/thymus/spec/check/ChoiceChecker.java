package thymus.spec.check;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.tree.ParseTree;
import thymus.spec.Choice;
import thymus.spec.NameError;
import thymus.spec.ScriptedCall.Pause;
import thymus.spec.contract.AbiType;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.PropertyTexts;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.NumberText;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;

/** Checks what the arguments of an {@code action} or a {@code try} may be. */
final class ChoiceChecker {
    private static final String ANY = "_";
    private static final int CLOCK_BITS = 63;

    private final ExpressionChecker expressions;
    private final Map<String, SharedChoice> shared;
    private final Set<String> used = new HashSet<>();

    ChoiceChecker(ExpressionChecker expressions, Map<String, SharedChoice> shared) {
        this.expressions = expressions;
        this.shared = shared;
    }

    boolean isUsed(String name) {
        return used.contains(name);
    }

    void use(String name) {
        used.add(name);
    }

    /** Whether it stands for all further arguments. */
    static boolean isRest(InvParser.ChoiceContext context) {
        return context instanceof InvParser.GivenChoiceContext given
                && given.expression() instanceof InvParser.EllipsisExpressionContext;
    }

    private boolean isSeed() {
        return expressions.setting == Setting.TRY;
    }

    /** @param role how messages call it, such as "the argument 'amount'" */
    Choice choice(InvParser.ChoiceContext context, AbiType type, String role) {
        Span span = expressions.source.span(context);
        if (isSeed() && isOpen(context)) {
            throw expressions.source.ruleError(
                    span, "a try says each value, and this leaves one open", "write the value; an action draws");
        }
        SharedChoice value = shared.get(context.getText());
        if (value != null) {
            used.add(value.name());
            return new Choice.Shared(value.name(), drawn(value, type, role, span));
        }
        refuseComputed(context);
        return switch (context) {
            case InvParser.GivenChoiceContext c when c.getText().equals(ANY) -> new Choice.Usual();
            case InvParser.GivenChoiceContext c when c.getText().equals("msg.sender") -> sender(type, role, span);
            case InvParser.GivenChoiceContext c -> new Choice.OneOf(List.of(fitted(value(c.expression()), type, role)));
            case InvParser.EncodedChoiceContext c -> new Choice.OneOf(List.of(fitted(encoded(c), type, role)));
            case InvParser.ListedChoiceContext c ->
                new Choice.OneOf(
                        listed(c).stream().map(v -> fitted(v, type, role)).toList());
            case InvParser.RangedChoiceContext c -> ranged(range(c), type, role, span);
            default -> throw new IllegalArgumentException(context.getText());
        };
    }

    private static boolean isOpen(InvParser.ChoiceContext context) {
        return context instanceof InvParser.RangedChoiceContext
                || context instanceof InvParser.ListedChoiceContext
                || context.getText().equals(ANY)
                || isRest(context);
    }

    private Expr fitted(PartialValue value, AbiType type, String role) {
        return new ArgumentChecker(expressions).argument(value, type, role);
    }

    /** A value without a name that only calls before it would have declared. */
    private PartialValue value(InvParser.ExpressionContext context) {
        try {
            return new CallChecker(expressions).value(context);
        } catch (NameError unknown) {
            boolean isName = context instanceof InvParser.NameExpressionContext;
            String near = Spelling.suggestion(context.getText(), shared.keySet());
            if (isName
                    && !isSeed()
                    && unknown.getMessage().contains("unknown name '")
                    && !unknown.getMessage().contains("did you mean")) {
                throw expressions.source.nameError(
                        expressions.span(context),
                        "unknown name '" + context.getText() + "'",
                        near.isEmpty()
                                ? "declare what calls share before them: " + context.getText() + " in 1 .. 100;"
                                : near);
            }
            throw unknown;
        }
    }

    private PartialValue encoded(InvParser.EncodedChoiceContext c) {
        return new CallChecker(expressions).encoded(c.name(), c.member(), c.arguments(), expressions.source.span(c));
    }

    private Choice sender(AbiType type, String role, Span span) {
        if (!(type instanceof AbiType.Address)) {
            throw expressions.source.typeError(
                    span, role + " is of type " + type.canonicalName() + ", found an address", "");
        }
        return new Choice.Sender();
    }

    private Choice.Drawn drawn(SharedChoice value, AbiType type, String role, Span span) {
        return value.range().isPresent()
                ? ranged(value.range().get(), type, role, span)
                : new Choice.OneOf(
                        value.values().stream().map(v -> fitted(v, type, role)).toList());
    }

    private Choice.Between ranged(Choice.Between range, AbiType type, String role, Span span) {
        Optional<BigInteger> least = Types.least(type);
        Optional<BigInteger> greatest = Types.greatest(type);
        if (least.isEmpty() || greatest.isEmpty()) {
            throw expressions.source.typeError(
                    span,
                    role + " is of type " + type.canonicalName() + ", and a range holds numbers",
                    "list what it may be: {…, …}, or write _ for what the fuzzer draws");
        }
        if (range.least().compareTo(least.get()) < 0 || range.greatest().compareTo(greatest.get()) > 0) {
            throw expressions.source.typeError(
                    span,
                    NumberText.value(range.least()) + " .. " + NumberText.value(range.greatest()) + " does not fit "
                            + type.canonicalName() + " for " + role,
                    "it holds " + least.get() + " to " + greatest.get());
        }
        return range;
    }

    private Choice.Between range(InvParser.RangedChoiceContext context) {
        ConstantChecker constants = new ConstantChecker(expressions);
        BigInteger least = constants.word(context.expression(0), "the least value of a range");
        BigInteger greatest = constants.word(context.expression(1), "the greatest value of a range");
        if (least.compareTo(greatest) > 0) {
            throw expressions.source.ruleError(
                    expressions.source.span(context),
                    "the range " + NumberText.value(least) + " .. " + NumberText.value(greatest) + " is empty",
                    "write the least value first; both ends belong to the range");
        }
        return new Choice.Between(least, greatest);
    }

    private List<PartialValue> listed(InvParser.ListedChoiceContext context) {
        List<PartialValue> values = new ArrayList<>();
        context.set().expression().forEach(e -> values.add(value(e)));
        if (values.isEmpty()) {
            throw expressions.source.ruleError(
                    expressions.source.span(context), "the set is empty, so there is nothing to draw", "");
        }
        return values;
    }

    /** A value that the calls of an action share. */
    SharedChoice declared(String name, InvParser.ChoiceContext context, Span span) {
        return switch (context) {
            case InvParser.RangedChoiceContext c -> new SharedChoice(name, List.of(), Optional.of(range(c)), span);
            case InvParser.ListedChoiceContext c -> new SharedChoice(name, listed(c), Optional.empty(), span);
            case InvParser.GivenChoiceContext c
            when c.getText().equals("actors") ->
                new SharedChoice(name, actors(expressions.source.span(c)), Optional.empty(), span);
            default ->
                throw expressions.source.ruleError(
                        expressions.source.span(context),
                        "'" + PropertyTexts.text(context) + "' is neither a range nor a set",
                        "write " + name + " in 1 .. 100; or " + name + " in {alice, bob};");
        };
    }

    private List<PartialValue> actors(Span span) {
        return expressions.environment.actors.stream()
                .<PartialValue>map(a -> PartialValue.Scalar.of(new Expr.Account(a, span), new AbiType.Address()))
                .toList();
    }

    /** What is drawn stands for a whole argument. */
    private void refuseComputed(InvParser.ChoiceContext context) {
        Deque<ParseTree> open = new ArrayDeque<>(List.of(context));
        while (!open.isEmpty()) {
            ParseTree tree = open.pop();
            if (tree instanceof InvParser.NameExpressionContext name && shared.containsKey(name.getText())) {
                throw expressions.source.ruleError(
                        expressions.span(name),
                        "'" + name.getText() + "' is part of an argument, and a shared value is a whole one",
                        "declare a second value with its own range");
            }
            for (int i = 0; i < tree.getChildCount(); i++) {
                open.push(tree.getChild(i));
            }
        }
    }

    /** From so many seconds to so many. */
    Pause advance(InvParser.ChoiceContext context) {
        ConstantChecker constants = new ConstantChecker(expressions);
        Pause pause = switch (context) {
            case InvParser.RangedChoiceContext c -> new Pause(range(c).least(), range(c).greatest());
            case InvParser.GivenChoiceContext c -> {
                BigInteger seconds = constants.natural(c.expression(), "a time advance");
                yield new Pause(seconds, seconds);
            }
            default ->
                throw expressions.source.ruleError(
                        expressions.source.span(context),
                        "'" + PropertyTexts.text(context) + "' is no time",
                        "write time advances 1 days; or time advances 0 .. 1 days;");
        };
        if (pause.least().signum() < 0 || pause.greatest().bitLength() > CLOCK_BITS) {
            throw expressions.source.ruleError(
                    expressions.source.span(context),
                    "time advances by 0 to 2^63 - 1 seconds",
                    "write time advances 0 .. 1 days;");
        }
        return pause;
    }

    Choice nothing(Span span) {
        return new Choice.OneOf(List.of(Exprs.integer(BigInteger.ZERO, span)));
    }
}
