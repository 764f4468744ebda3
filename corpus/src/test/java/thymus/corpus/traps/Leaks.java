package thymus.corpus.traps;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Two functions whose parameters are the same and that share parts of expressions: what one of them learns on its way,
 * by its own conditions, is not true in the other.
 */
final class Leaks implements Shape {
    private static final List<String> ARGUMENTS = List.of("x", "y");

    @Override
    public void draw(Dice dice, Draft draft) {
        String n = draft.name("n");
        String m = draft.name("m");
        draft.state.add("uint256 " + n + ";");
        draft.state.add(dice.of("uint8 ", "uint256 ") + m + ";");
        BigInteger x = dice.bits(dice.of(11, 40, 256)).setBit(10);
        BigInteger y = dice.bits(dice.of(11, 40, 256)).setBit(10);
        Expr shared = shared(dice);
        BigInteger value = Evaluation.of(shared, Map.of("x", x, "y", y));
        Parameter first = new Parameter("uint256", "x", x);
        Parameter second = new Parameter("uint256", "y", y);
        String text = SolidityText.of(shared);
        narrowed(dice, draft, n, text, first, second);
        draft.invariant("zero", "c." + m + " == 0");
        BigInteger below = value.subtract(BigInteger.ONE).max(BigInteger.ZERO);
        String test = dice.of("r == " + value, value.signum() == 0 ? "r < 1" : "r > " + below);
        draft.weaknesses.add(new Weakness(
                List.of(first, second), "uint256 r;\nunchecked { r = " + text + "; }\nrequire(" + test + ");", m + " = 1;",
                Weakness.Place.ALONE, List.of(), List.of()));
    }

    /** A bit operation of both arguments, with something around it. */
    private static Expr shared(Dice dice) {
        Expr left = new Expressions(dice, ARGUMENTS, false).draw(dice.below(2));
        Expr operation = new Expr.Binary(
                dice.of(Expr.Operator.AND, Expr.Operator.OR, Expr.Operator.XOR, Expr.Operator.MULTIPLY), left,
                new Expr.Argument("y"));
        return dice.chance(60) ? operation : new Expr.Narrow(dice.of(8, 64, 128), operation);
    }

    private static void narrowed(Dice dice, Draft draft, String n, String text, Parameter x, Parameter y) {
        int most = dice.of(10, 1000, 1024);
        String body = dice.of(
                "uint256 z;\nuint256 keep = x;\nx = x % $;\nunchecked { z = @; }\nif (keep < $) { n = z; } else { n = z / 2; }",
                "uint256 z;\nif (x < $) { unchecked { z = @; } n = z; } else { n = 3; }",
                "uint256 z;\nunchecked { z = @; }\nif (y < $ && x < $) n = z; else n = 1;",
                "x = x < $ ? x : $;\nunchecked { n = @; }",
                "require(x != 0 || y > $);\nunchecked { n = @; }");
        draft.branching(
                draft.name("learn"), body.replace("n = ", n + " = ").replace("$", "" + most).replace("@", text), x, y);
    }
}
