package thymus.corpus.traps;

import java.math.BigInteger;
import java.util.List;

/** Random expressions. */
final class Expressions {
    private static final List<Integer> WIDTHS = List.of(8, 16, 24, 32, 64, 96, 128, 160, 200, 248);

    private final Dice dice;
    private final List<String> arguments;
    /** Only what the language of specifications can say as well. */
    private final boolean sayable;

    Expressions(Dice dice, List<String> arguments, boolean sayable) {
        this.dice = dice;
        this.arguments = arguments;
        this.sayable = sayable;
    }

    Expr draw(int depth) {
        return depth == 0 || dice.chance(5) ? leaf() : node(depth - 1);
    }

    /** Never a constant: a part without arguments is folded by the compiler, and refused by a specification. */
    private Expr leaf() {
        return new Expr.Argument(dice.of(arguments));
    }

    private Expr node(int depth) {
        return switch (dice.below(12)) {
            case 0 -> new Expr.Not(draw(depth));
            case 1 -> new Expr.Narrow(dice.of(WIDTHS), draw(depth));
            case 2 -> new Expr.SignExtended(dice.of(WIDTHS), draw(depth));
            case 3 -> new Expr.Modular(dice.chance(50), draw(depth), draw(depth), positive(dice.of(8, 64, 256)));
            case 4 -> new Expr.Choice(draw(depth), draw(0), draw(depth), draw(depth));
            case 5 -> new Expr.Byte(dice.below(32), draw(depth));
            default -> binary(depth);
        };
    }

    private Expr binary(int depth) {
        Expr.Operator operator = dice.of(Expr.Operator.values());
        if (operator.shifts()) {
            return new Expr.Binary(operator, draw(depth), distance());
        }
        if (operator == Expr.Operator.POWER) {
            return new Expr.Binary(operator, draw(depth), new Expr.Constant(BigInteger.valueOf(dice.between(2, 5))));
        }
        if (operator.byConstant()) {
            // Positive as a signed number too.
            return new Expr.Binary(operator, draw(depth), new Expr.Constant(positive(dice.of(4, 8, 64, 250))));
        }
        if (operator.bitwise() && sayable) {
            return new Expr.Binary(Expr.Operator.AND, draw(depth), mask());
        }
        Expr right = dice.chance(60) ? draw(depth) : new Expr.Constant(dice.word(dice.of(8, 64, 256)));
        return new Expr.Binary(operator, draw(depth), right);
    }

    /** The language of specifications has no power by what is not constant. */
    private Expr distance() {
        return sayable || dice.chance(70)
                ? new Expr.Constant(BigInteger.valueOf(dice.between(1, 255)))
                : new Expr.Binary(Expr.Operator.AND, leaf(), new Expr.Constant(BigInteger.valueOf(255)));
    }

    private Expr mask() {
        return new Expr.Constant(BigInteger.TWO.pow(dice.between(1, 255)).subtract(BigInteger.ONE));
    }

    private BigInteger positive(int width) {
        return dice.word(width).max(BigInteger.TWO);
    }
}
