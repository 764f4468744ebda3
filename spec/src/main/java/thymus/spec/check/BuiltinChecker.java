package thymus.spec.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import thymus.spec.SpecificationError;
import thymus.spec.UnsupportedConstruct;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.StorageType;
import thymus.spec.contract.StorageVariable;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.Span;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Type;
import thymus.spec.tree.UnaryOperator;

/** The functions of the language itself. */
final class BuiltinChecker {
    static final List<String> NAMES = List.of(
            "sum",
            "count",
            "min",
            "max",
            "avg",
            "variance",
            "abs",
            "prev",
            "start",
            "ago",
            "once",
            "elapsed",
            "balance",
            "can",
            "address",
            "bytes");

    private static final Set<String> AGGREGATES = Set.of("sum", "count", "min", "max", "avg", "variance");

    private final ExpressionChecker expressions;

    BuiltinChecker(ExpressionChecker expressions) {
        this.expressions = expressions;
    }

    PartialValue call(InvParser.NameExpressionContext name, InvParser.CallExpressionContext context) {
        String function = name.getText();
        Definition definition = expressions.environment.definitions.get(function);
        if (definition != null) {
            return new Expansion(expressions).call(definition, context);
        }
        WindowChecker windows = new WindowChecker(expressions);
        if (AGGREGATES.contains(function) && windows.isMeant(context)) {
            return windows.aggregate(function, context);
        }
        return switch (function) {
            case "sum" -> mappingSum(context);
            case "min", "max" -> extremum(function.equals("max"), context);
            case "abs" ->
                new ArithmeticChecker(expressions)
                        .unary(UnaryOperator.ABSOLUTE, expressions.number(only(context)), expressions.span(context));
            case "prev" -> previous(context);
            case "start" -> new PastChecker(expressions).start(only(context), expressions.span(context));
            case "ago" -> new PastChecker(expressions).ago(context);
            case "once" -> new PastChecker(expressions).once(only(context), expressions.span(context));
            case "elapsed" -> new PastChecker(expressions).elapsed(only(context), expressions.span(context));
            case "balance" -> balance(context);
            case "can" -> new CallChecker(expressions).can(context);
            case "address" -> new ConversionChecker(expressions).address(only(context), expressions.span(context));
            case "count", "avg", "variance" -> throw windows.missingFlow(context);
            default ->
                new ConversionChecker(expressions)
                        .conversion(function, context, () -> only(context))
                        .orElseThrow(() -> unknown(function, expressions.span(name)));
        };
    }

    private InvParser.ExpressionContext only(InvParser.CallExpressionContext context) {
        List<InvParser.ExpressionContext> arguments = new CallChecker(expressions).plain(context);
        if (arguments.size() != 1) {
            throw expressions.source.typeError(
                    expressions.span(context), context.expression().getText() + " takes one argument", "");
        }
        return arguments.getFirst();
    }

    private PartialValue mappingSum(InvParser.CallExpressionContext context) {
        InvParser.ExpressionContext argument = only(context);
        Span span = expressions.span(context);
        Elements elements = elements(argument).orElseThrow(() -> new WindowChecker(expressions).missingFlow(context));
        PartialValue.Place map = elements.map();
        StorageType element = elements.type();
        boolean number =
                element instanceof StorageType.Value v && v.type().isWord() && Types.of(v.type()) == Type.INTEGER;
        if (!number) {
            throw expressions.source.typeError(
                    map.span(),
                    "sum(…) adds integers, and this mapping holds " + StorageChecker.describe(element),
                    switch (element) {
                        case StorageType.Mapping _ -> "index the outer mapping first: sum(c.m[k])";
                        case StorageType.Struct s ->
                            "name a member: sum(" + argument.getText() + "."
                                    + s.members().stream()
                                            .map(StorageVariable::name)
                                            .findFirst()
                                            .orElse("member")
                                    + ")";
                        case StorageType.Value _,
                                StorageType.FixedArray _,
                                StorageType.DynamicArray _,
                                StorageType.ByteString _ ->
                            "read one element with [key], or speak of all: forall address u: …[u] ==> …";
                    });
        }
        new StorageChecker(expressions).refuseGuess(((StorageType.Value) element).guessed(), map.span());
        return PartialValue.Scalar.of(new Expr.MappingSum(map.instance(), map.path(), elements.members(), span));
    }

    /** The values of a mapping, or the same member of each. */
    private record Elements(PartialValue.Place map, List<StorageVariable> members) {
        StorageType type() {
            return members.isEmpty()
                    ? ((StorageType.Mapping) map.type()).value()
                    : members.getLast().type();
        }
    }

    /** @return empty if the expression speaks of no mapping */
    private Optional<Elements> elements(InvParser.ExpressionContext context) {
        if (context instanceof InvParser.MemberExpressionContext member) {
            Optional<Elements> of = elements(member.expression());
            if (of.isPresent() && of.get().type() instanceof StorageType.Struct struct) {
                return Optional.of(member(of.get(), struct, member));
            }
        }
        boolean isPlace = context instanceof InvParser.MemberExpressionContext
                || context instanceof InvParser.IndexExpressionContext
                || expressions.environment.definitions.containsKey(context.getText());
        return isPlace
                        && expressions.value(context) instanceof PartialValue.Place place
                        && place.type() instanceof StorageType.Mapping
                ? Optional.of(new Elements(place, List.of()))
                : Optional.empty();
    }

    private Elements member(Elements of, StorageType.Struct struct, InvParser.MemberExpressionContext context) {
        String name = context.member().getText();
        List<String> names =
                struct.members().stream().map(StorageVariable::name).toList();
        StorageVariable member = struct.members().stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow(() -> expressions.source.nameError(
                        expressions.source.span(context.member()),
                        "no member '" + name + "'",
                        Spelling.suggestion(name, names).isEmpty()
                                ? "known are " + String.join(", ", names)
                                : Spelling.suggestion(name, names)));
        List<StorageVariable> members = new ArrayList<>(of.members());
        members.add(member);
        return new Elements(of.map(), members);
    }

    private PartialValue extremum(boolean greatest, InvParser.CallExpressionContext context) {
        Optional<PartialValue> bound = new BoundChecker(expressions).calledBound(context, greatest);
        if (bound.isPresent()) {
            return bound.get();
        }
        List<PartialValue.Scalar> numbers = new CallChecker(expressions)
                .plain(context).stream().map(expressions::number).toList();
        Span span = expressions.span(context);
        if (numbers.size() < 2) {
            throw expressions.source.typeError(
                    span, context.expression().getText() + " takes two numbers, a type, or a flow and a window", "");
        }
        BinaryOperator operator = greatest ? BinaryOperator.MAXIMUM : BinaryOperator.MINIMUM;
        PartialValue.Scalar result = numbers.getFirst();
        for (PartialValue.Scalar next : numbers.subList(1, numbers.size())) {
            result = new ArithmeticChecker(expressions).aligned(operator, result, next, span);
        }
        return result;
    }

    private PartialValue previous(InvParser.CallExpressionContext context) {
        Span span = expressions.span(context);
        new NameChecker(expressions).refuseState("'prev'", span);
        PartialValue.Scalar operand = new PastChecker(expressions).remembered(only(context));
        Expr previous = new Expr.Previous(operand.expr(), span);
        return new PartialValue.Scalar(
                previous,
                operand.scale(),
                operand.abi(),
                Optional.empty(),
                operand.divisor().map(divisor -> new Expr.Previous(divisor, span)));
    }

    private PartialValue balance(InvParser.CallExpressionContext context) {
        Span span = expressions.span(context);
        new NameChecker(expressions).refuseState("'balance'", span);
        Expr account = expressions.address(only(context));
        new ChainChecker(expressions.environment).refuseEtherOf(account, span);
        Expr balance = new Expr.EtherBalance(account, span);
        return PartialValue.Scalar.of(balance, new AbiType.UInt(256));
    }

    private SpecificationError unknown(String function, Span span) {
        Optional<UnsupportedConstruct> unsupported = new Unsupported(expressions.source).function(function, span);
        if (unsupported.isPresent()) {
            return unsupported.get();
        }
        String suggestion = switch (function) {
            case "not" -> "write ! instead";
            case "average", "mean" -> "the average of a flow over a window is avg(out, last 24 hours)";
            case "stddev", "std", "sqrt", "deviation" ->
                "compare squares, which are exact: variance(out, last 24 hours) <= squared 5";
            case "square", "sq", "pow" -> "a square is written squared x";
            case "old" -> "the state before this transaction is prev(…)";
            default ->
                expressions.environment.ghostNames.contains(function)
                        ? "'" + function + "' is a ghost: write it without parentheses"
                        : Spelling.suggestion(function, NAMES);
        };
        String known = "functions of the language are " + String.join(", ", NAMES)
                + "; a contract's are called on the contract, as in vault." + function + "(…)";
        return expressions.source.nameError(
                span, "unknown function '" + function + "'", suggestion.isEmpty() ? known : suggestion);
    }
}
