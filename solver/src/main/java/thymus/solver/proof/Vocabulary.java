package thymus.solver.proof;

import java.math.BigInteger;
import java.util.List;
import thymus.spec.text.Span;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.GhostVariable;
import thymus.spec.tree.Type;

/**
 * The state variables of a system, grouped by their role in a lemma.
 *
 * @param amounts unsigned numbers that transactions change
 * @param moments numbers that are set to the block's timestamp, or to the time at which a period of it began
 * @param heights numbers that are set to the block's number
 * @param constants numbers that no transaction changes
 * @param sums the sums of mappings to unsigned numbers
 * @param periods that are counted by numbers
 * @param choices addresses that are always one of a few
 * @param ceilings constants that code compares amounts with
 */
record Vocabulary(
        List<Expr> amounts,
        List<Expr> moments,
        List<Expr> heights,
        List<Expr> constants,
        List<Expr> sums,
        List<Period> periods,
        List<Choice> choices,
        List<Ceiling> ceilings) {
    static final Vocabulary NONE =
            new Vocabulary(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** A constant that may bound an amount. */
    record Ceiling(Expr amount, Expr most) {}

    /** A field to which transactions write only these values, or that setup left at one of them. */
    record Choice(Expr field, List<Expr> values) {}

    /**
     * The period whose number is the time divided by its length.
     *
     * @param begin the time at which it began
     * @param amounts what may count what happened in it
     */
    record Period(Expr begin, Expr length, List<Expr> amounts) {}

    static final Span NOWHERE = new Span("lemma", 1, 1, 1);

    static Expr number(BigInteger value) {
        return new Expr.IntegerLiteral(value, Type.INTEGER, NOWHERE);
    }

    static Expr binary(BinaryOperator operator, Expr left, Expr right) {
        return new Expr.Binary(operator, left, right, NOWHERE);
    }

    static Expr add(Expr left, Expr right) {
        return binary(BinaryOperator.ADD, left, right);
    }

    static Expr subtract(Expr left, Expr right) {
        return binary(BinaryOperator.SUBTRACT, left, right);
    }

    static Expr lessOrEqual(Expr left, Expr right) {
        return binary(BinaryOperator.LESS_OR_EQUAL, left, right);
    }

    static Expr implies(Expr left, Expr right) {
        return binary(BinaryOperator.IMPLIES, left, right);
    }

    static Expr ghost(GhostVariable variable) {
        return new Expr.Ghost(variable, NOWHERE);
    }

    /** The number of the block. */
    static Expr height() {
        return new Expr.Context(Expr.Context.Field.BLOCK, NOWHERE);
    }

    static Expr now() {
        return new Expr.Context(Expr.Context.Field.TIMESTAMP, NOWHERE);
    }
}
