package thymus.spec.tree;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import thymus.spec.contract.AbiType;

/**
 * Renders expressions in the language itself, with the fewest parentheses: reading the text again gives the same tree,
 * places apart. Ghost variables, which the language does not have, are rendered by their names.
 */
public final class Printer {
    private Printer() {}

    public static String print(Expr expr) {
        return print(expr, Precedence.QUANTIFIER);
    }

    private static String print(Expr expr, Precedence loosest) {
        String text = bare(expr);
        return Precedence.of(expr).compareTo(loosest) < 0 ? "(" + text + ")" : text;
    }

    private static String bare(Expr expr) {
        return switch (expr) {
            case Expr.IntegerLiteral e -> Literal.print(e);
            case Expr.TruthLiteral e -> String.valueOf(e.value());
            case Expr.TextLiteral e -> Literal.quote(e.text());
            case Expr.Local e -> e.variable().name();
            case Expr.Account e -> e.name();
            case Expr.Parameter e -> e.name();
            case Expr.Context e -> fact(e.field());
            case Expr.Unary e -> unary(e);
            case Expr.Binary e -> binary(e);
            case Expr.Conditional e ->
                print(e.condition(), Precedence.IMPLICATION) + " ? " + print(e.then(), Precedence.IMPLICATION) + " : "
                        + print(e.otherwise(), Precedence.CONDITIONAL);
            case Expr.ViewCall e ->
                e.contract() + "." + e.function().name() + list(e.arguments())
                        + Selection.of(e.function().outputs(), e.word());
            case Expr.StorageRead e -> e.contract() + "." + path(e.path());
            case Expr.MappingSum e -> "sum(" + e.contract() + "." + path(e.path()) + members(e) + ")";
            case Expr.EtherBalance e -> "balance(" + print(e.account()) + ")";
            case Expr.Previous e -> "prev(" + print(e.operand()) + ")";
            case Expr.Start e -> "start(" + print(e.operand()) + ")";
            case Expr.Ago e -> "ago(" + Literal.duration(e.seconds(), Printer::print) + ", " + print(e.operand()) + ")";
            case Expr.Once e -> "once(" + print(e.operand()) + ")";
            case Expr.Since e ->
                print(e.held(), Precedence.SINCE) + " since " + print(e.start(), Precedence.SINCE.tighter());
            case Expr.Elapsed e -> "elapsed(" + occasion(e.occasion()) + ")";
            case Expr.Deadline e -> "deadline";
            case Expr.GhostValue e -> e.variable().name();
            case Expr.Matched e -> "(" + e.word() + ")";
            case Expr.At e -> "(" + print(e.operand()) + " at the " + print(e.time()) + ")";
            case Expr.SameWithout e -> "same as without " + e.contract();
            case Expr.Windowed e -> windowed(e);
            case Expr.Can e ->
                "can(" + print(e.sender()) + ", " + e.contract() + "."
                        + e.function().name() + list(e.arguments()) + ")";
            case Expr.EncodedCall e ->
                "call " + e.contract() + "." + e.function().name() + list(e.arguments());
            case Expr.ForAll e -> "forall " + quantified(e) + ": " + print(e.body());
            case Expr.Ghost e -> e.variable().name();
            case Expr.Sequence e ->
                e.elements().stream().map(Printer::print).collect(Collectors.joining(", ", "[", "]"));
        };
    }

    private static String list(List<Expr> arguments) {
        return arguments.stream().map(Printer::print).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String fact(Expr.Context.Field field) {
        return switch (field) {
            case TIMESTAMP -> "now";
            case BLOCK -> "block.number";
            case SENDER -> "msg.sender";
            case VALUE -> "msg.value";
            case SELECTOR -> "msg.sig";
        };
    }

    private static String unary(Expr.Unary e) {
        return switch (e.operator()) {
            case NOT -> "!" + print(e.operand(), Precedence.PREFIX);
            case NEGATE -> {
                String operand = print(e.operand(), Precedence.PREFIX);
                yield operand.startsWith("-") ? "-(" + operand + ")" : "-" + operand;
            }
            case ABSOLUTE -> "abs(" + print(e.operand()) + ")";
        };
    }

    private static String binary(Expr.Binary e) {
        Precedence own = Precedence.of(e.operator());
        boolean rightward = e.operator() == BinaryOperator.IMPLIES;
        boolean chains = own != Precedence.COMPARISON && !rightward;
        String sign = sign(e.operator());
        if (own == Precedence.ATOM) {
            return sign + "(" + print(e.left()) + ", " + print(e.right()) + ")";
        }
        return print(e.left(), chains ? own : own.tighter()) + " " + sign + " "
                + print(e.right(), rightward ? own : own.tighter());
    }

    /** As the language writes it. */
    public static String sign(BinaryOperator operator) {
        return switch (operator) {
            case ADD -> "+";
            case SUBTRACT -> "-";
            case MULTIPLY -> "*";
            case DIVIDE -> "/";
            case MODULO -> "%";
            case MINIMUM -> "min";
            case MAXIMUM -> "max";
            case LESS -> "<";
            case LESS_OR_EQUAL -> "<=";
            case EQUAL -> "==";
            case NOT_EQUAL -> "!=";
            case AND -> "&&";
            case OR -> "||";
            case IMPLIES -> "==>";
        };
    }

    private static String members(Expr.MappingSum sum) {
        return sum.members().stream().map(member -> "." + member.name()).collect(Collectors.joining());
    }

    private static String path(StoragePath path) {
        StringBuilder text = new StringBuilder(path.root().name());
        for (StoragePath.Access access : path.accesses()) {
            text.append(
                    switch (access) {
                        case StoragePath.Access.Index index -> "[" + print(index.key()) + "]";
                        case StoragePath.Access.Member member ->
                            "." + member.member().name();
                        case StoragePath.Access.Length length -> ".length";
                    });
        }
        return text.toString();
    }

    private static String blocks(Expr count) {
        boolean one =
                count instanceof Expr.IntegerLiteral literal && literal.value().equals(BigInteger.ONE);
        return print(count) + (one ? " block" : " blocks");
    }

    private static String windowed(Expr.Windowed e) {
        String key = e.key().map(k -> " by " + print(k)).orElse("");
        String window = switch (e.window()) {
            case Window.Ever ever -> "ever";
            case Window.Blocks blocks -> "last " + blocks(blocks.count());
            case Window.Last last -> "last " + Literal.duration(last.seconds(), Printer::print);
        };
        String squared = e.aggregate() == Expr.Windowed.Aggregate.SQUARES ? "squared " : "";
        return e.word() + "(" + squared + e.flow().name() + key + ", " + window + ")";
    }

    private static String occasion(Occasion occasion) {
        return switch (occasion) {
            case Occasion.Becoming b -> print(b.condition());
            case Occasion.Happening h -> event(h.trigger());
            case Occasion.Settling _ -> "the last step";
        };
    }

    private static String event(Trigger trigger) {
        return switch (trigger) {
            case Trigger.Emitted e -> e.contract() + "." + e.event().name();
            case Trigger.SuccessfulCall c ->
                "ok(" + c.contract() + "." + c.function().name() + ")";
            case Trigger.TriedCall _,
                    Trigger.Called _,
                    Trigger.EtherMoved _,
                    Trigger.Entered _,
                    Trigger.Departure _,
                    Trigger.InnerCall _ ->
                throw new IllegalArgumentException("elapsed(…) of no event and no call: " + trigger.span());
        };
    }

    private static String quantified(Expr.ForAll e) {
        if (!e.domain().isEmpty()) {
            return e.variable().name() + " in "
                    + e.domain().stream().map(Printer::print).collect(Collectors.joining(", ", "{", "}"));
        }
        return e.variable().abi().map(AbiType::canonicalName).orElse("uint256") + " "
                + e.variable().name();
    }
}
