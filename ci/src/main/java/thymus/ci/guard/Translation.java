package thymus.ci.guard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thymus.spec.text.PrintableText;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Printer;
import thymus.spec.tree.Type;
import thymus.spec.tree.Variable;
import thymus.spec.tree.Walk;

/** Says in Solidity what an expression of the file means, or throws why that cannot be said. */
final class Translation {
    private final Parts parts;
    private final String property;
    private final Map<Variable, Value> names;
    private final ReadPlace moment;

    /** @param property for which it is, whose name what is counted gets */
    Translation(Parts parts, String property, Map<Variable, Value> names, ReadPlace moment) {
        this.parts = parts;
        this.property = property;
        this.names = names;
        this.moment = moment;
    }

    boolean knows(Variable variable) {
        return names.containsKey(variable);
    }

    /** A condition that has to be true. */
    Value condition(Expr expr) {
        return truth(expr, GuardPolarity.TRUE);
    }

    Value value(Expr expr) {
        return switch (expr) {
            case Expr.IntegerLiteral e -> literal(e);
            case Expr.TruthLiteral e -> Value.truth(String.valueOf(e.value()), Value.Binding.ATOM);
            case Expr.Local e -> local(e);
            case Expr.Account e -> parts.reads().account(e.name());
            case Expr.Parameter e -> parts.reads().parameter(e.name());
            case Expr.Context e -> context(e);
            case Expr.StateRead e -> new StateReads(parts, this, moment).value(e);
            case Expr.Temporal e -> past(e);
            case Expr.Unary e -> unary(e, GuardPolarity.EXACT);
            case Expr.Binary e -> binary(e, GuardPolarity.EXACT);
            case Expr.Conditional e -> conditional(e, GuardPolarity.EXACT);
            case Expr.ForAll e -> forAll(e, GuardPolarity.EXACT);
            case Expr.TextLiteral e -> throw new NotEnforceable(e.span(), "it compares texts");
            case Expr.Ghost e -> throw new NotEnforceable(e.span(), "it reads a variable of a proof");
            case Expr.EncodedCall e -> throw new NotEnforceable(e.span(), "it builds a call");
            case Expr.Sequence e -> throw new NotEnforceable(e.span(), "it passes a list");
        };
    }

    Value truth(Expr expr, GuardPolarity polarity) {
        return switch (expr) {
            case Expr.Unary e -> unary(e, polarity);
            case Expr.Binary e -> binary(e, polarity);
            case Expr.Conditional e -> conditional(e, polarity);
            case Expr.ForAll e -> forAll(e, polarity);
            case Expr.Leaf _, Expr.StateRead _, Expr.Temporal _, Expr.EncodedCall _, Expr.Sequence _ -> value(expr);
        };
    }

    private Value literal(Expr.IntegerLiteral e) {
        if (e.type() == Type.TEXT) {
            throw new NotEnforceable(e.span(), "it compares texts");
        }
        if (e.type() != Type.ADDRESS) {
            return parts.numbers().constant(e.value(), e.span());
        }
        boolean zero = e.value().signum() == 0;
        return Value.atom(zero ? "address(0)" : "address(uint160(" + e.value() + "))", Sort.ADDRESS);
    }

    private Value local(Expr.Local e) {
        Value value = names.get(e.variable());
        if (value == null) {
            throw new NotEnforceable(
                    e.span(),
                    "it reads '" + e.variable().name() + "', which no code knows when the property is judged");
        }
        return value;
    }

    private Value context(Expr.Context e) {
        return switch (e.field()) {
            case TIMESTAMP -> Value.atom("block.timestamp", Sort.UNSIGNED);
            case BLOCK -> Value.atom("block.number", Sort.UNSIGNED);
            case SENDER -> Value.atom("msg.sender", Sort.ADDRESS);
            case VALUE -> Value.atom("msg.value", Sort.UNSIGNED);
            case SELECTOR ->
                new Value(
                        "uint256(uint32(msg.sig))",
                        Value.Binding.ATOM,
                        Sort.UNSIGNED,
                        Sort.UNSIGNED.least(),
                        Reads.most(Integer.SIZE));
        };
    }

    private Value past(Expr.Temporal e) {
        return switch (e) {
            case Expr.Previous p -> previous(p);
            case Expr.Windowed w ->
                throw new NotEnforceable(
                        w.span(), "it asks for more of " + w.flow().name() + " than that it stays below a bound");
            case Expr.GhostValue g -> throw new NotEnforceable(g.span(), "it reads the ghost " + g.word());
            case Expr.SameWithout s -> throw new NotEnforceable(s.span(), "it compares two runs");
            case Expr.Matched m -> throw new NotEnforceable(m.span(), "it asks which call led here, at any depth");
            case Expr.Deadline _, Expr.At _ ->
                throw new NotEnforceable(e.span(), "it has a deadline, which passes without a call");
            case Expr.Start _, Expr.Ago _, Expr.Once _, Expr.Since _, Expr.Elapsed _ ->
                throw new NotEnforceable(e.span(), "it looks back at earlier states by " + e.word());
        };
    }

    private Value previous(Expr.Previous e) {
        return switch (moment) {
            case ReadPlace.End end -> {
                Value before = new Translation(parts, property, names, new ReadPlace.Beginning()).value(e.operand());
                // What no state decides is the same now as it was.
                yield Walk.all(e.operand()).noneMatch(Expr.StateRead.class::isInstance)
                        ? before
                        : end.snapshot().keep(before, PrintableText.of(Printer.print(e)));
            }
            case ReadPlace.Beginning _ -> throw new NotEnforceable(e.span(), "it looks back by prev within prev");
            case ReadPlace.Midway _ ->
                throw new NotEnforceable(
                        e.span(), "its flow reads a state, and an event is noted before the step settles");
        };
    }

    private Value unary(Expr.Unary e, GuardPolarity polarity) {
        return switch (e.operator()) {
            case NOT ->
                Value.truth(
                        "!" + truth(e.operand(), polarity.flipped()).within(Value.Binding.PREFIX),
                        Value.Binding.PREFIX);
            case NEGATE -> parts.numbers().negated(value(e.operand()), e.span());
            case ABSOLUTE -> absolute(e);
        };
    }

    private Value absolute(Expr.Unary e) {
        if (e.operand() instanceof Expr.Binary b && b.operator() == BinaryOperator.SUBTRACT) {
            Value left = value(b.left());
            Value right = value(b.right());
            boolean exact = left.sort() == Sort.UNSIGNED && right.sort() == Sort.UNSIGNED;
            return exact && !(left.isConstant() && right.isConstant())
                    ? parts.numbers().distance(left, right)
                    : parts.numbers().absolute(parts.numbers().binary(b.operator(), left, right, e.span()), e.span());
        }
        return parts.numbers().absolute(value(e.operand()), e.span());
    }

    private Value binary(Expr.Binary e, GuardPolarity polarity) {
        return switch (e.operator()) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO, MINIMUM, MAXIMUM ->
                parts.numbers().binary(e.operator(), value(e.left()), value(e.right()), e.span());
            case AND ->
                junction(truth(e.left(), polarity), " && ", truth(e.right(), polarity), Value.Binding.CONJUNCTION);
            case OR ->
                junction(truth(e.left(), polarity), " || ", truth(e.right(), polarity), Value.Binding.DISJUNCTION);
            case IMPLIES -> {
                Value left = truth(e.left(), polarity.flipped());
                Value not = Value.truth("!" + left.within(Value.Binding.PREFIX), Value.Binding.PREFIX);
                yield junction(not, " || ", truth(e.right(), polarity), Value.Binding.DISJUNCTION);
            }
            case LESS, LESS_OR_EQUAL, EQUAL, NOT_EQUAL ->
                new ComparisonTranslation(parts, property, this).value(e, polarity);
        };
    }

    private static Value junction(Value left, String sign, Value right, Value.Binding binding) {
        return Value.truth(side(left, binding) + sign + side(right, binding), binding);
    }

    /** Readers do not know by heart which of the two binds more tightly. */
    private static String side(Value value, Value.Binding binding) {
        return value.binding() == binding ? value.text() : value.within(Value.Binding.EQUALITY);
    }

    private Value conditional(Expr.Conditional e, GuardPolarity polarity) {
        Value condition = truth(e.condition(), GuardPolarity.EXACT);
        Value then = e.type() == Type.TRUTH ? truth(e.then(), polarity) : value(e.then());
        Value otherwise = e.type() == Type.TRUTH ? truth(e.otherwise(), polarity) : value(e.otherwise());
        boolean signed = then.sort() == Sort.SIGNED || otherwise.sort() == Sort.SIGNED;
        Value left = signed ? typed(parts.numbers().signed(then, e.span())) : typed(then);
        Value right = signed ? typed(parts.numbers().signed(otherwise, e.span())) : typed(otherwise);
        return Value.of(
                condition.within(Value.Binding.DISJUNCTION) + " ? " + left.within(Value.Binding.DISJUNCTION) + " : "
                        + right.within(Value.Binding.DISJUNCTION),
                Value.Binding.CONDITIONAL,
                left.sort());
    }

    /** Two literals would have the narrowest type that fits both. */
    private static Value typed(Value value) {
        return value.isConstant()
                ? Value.atom(value.sort().solidity() + "(" + value.text() + ")", value.sort())
                : value;
    }

    private Value forAll(Expr.ForAll e, GuardPolarity polarity) {
        if (e.domain().isEmpty()) {
            throw new NotEnforceable(
                    e.span(), "it is about all values of '" + e.variable().name() + "'");
        }
        List<Value> each = e.domain().stream()
                .map(element -> {
                    Map<Variable, Value> more = new LinkedHashMap<>(names);
                    more.put(e.variable(), value(element));
                    return new Translation(parts, property, more, moment).truth(e.body(), polarity);
                })
                .toList();
        return each.stream()
                .reduce((a, b) -> junction(a, " && ", b, Value.Binding.CONJUNCTION))
                .orElseThrow();
    }
}
