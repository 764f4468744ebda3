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
        for (int i = 0; i < dice.between(1, 3); i++) {
            narrowed(dice, draft, draft.name("learn" + (char) ('A' + i)), n, text, first, second);
        }
        draft.invariant("zero", "c." + m + " == 0");
        BigInteger below = value.subtract(BigInteger.ONE).max(BigInteger.ZERO);
        String test = dice.of("r == " + value, value.signum() == 0 ? "r < 1" : "r > " + below);
        draft.weaknesses.add(new Weakness(
                List.of(first, second),
                "uint256 r;\nunchecked { r = " + text + "; }\nrequire(" + test + ");",
                m + " = 1;",
                Weakness.Place.ALONE,
                List.of(),
                List.of()));
    }

    /** A bit operation of both arguments, with something around it. */
    private static Expr shared(Dice dice) {
        Expr left = new Expressions(dice, ARGUMENTS, false).draw(dice.chance(80) ? 0 : 1);
        Expr operation = new Expr.Binary(
                dice.of(Expr.Operator.AND, Expr.Operator.AND, Expr.Operator.OR, Expr.Operator.XOR),
                left,
                new Expr.Argument("y"));
        return dice.chance(85) ? operation : new Expr.Narrow(dice.of(8, 64, 128), operation);
    }

    private static void narrowed(Dice dice, Draft draft, String name, String n, String text, Parameter x, Parameter y) {
        Reduction reduction = dice.of(Reduction.values());
        String both = dice.chance(60) ? " && y < " + reduction.limit : "";
        String reduced = text.replaceAll("\\bx\\b", "low");
        if (!both.isEmpty()) {
            reduced = reduced.replaceAll("\\by\\b", "less");
        }
        String body = dice.chance(85)
                ? "uint256 z;\nuint256 low = " + reduction.of("x") + ";\nuint256 less = " + reduction.of("y")
                        + ";\nunchecked { z = " + reduced + " + (less - less); }\nif (x < " + reduction.limit + both
                        + ") { n = z; } else { unchecked { n = z + 1; } }"
                : dice.of(
                        "uint256 z;\nif (x < $) { unchecked { z = @; } n = z; } else { n = 3; }",
                        "uint256 z;\nunchecked { z = @; }\nif (y < $ && x < $) n = z; else n = 1;",
                        "require(x != 0 || y > $);\nunchecked { n = @; }");
        draft.branching(
                name,
                body.replace("n = ", n + " = ")
                        .replace("$", "" + reduction.limit)
                        .replace("@", text),
                x,
                y);
    }

    /** Of a number to one that is small: the number itself, if that is small already. */
    private enum Reduction {
        REMAINDER(1000, "v % 1000"),
        MASK(1024, "v & 1023"),
        CAST(65536, "uint256(uint16(v))"),
        NARROW(256, "uint256(uint8(v))"),
        HALF(32768, "v & 0x7fff"),
        LEAST(1024, "v < 1024 ? v : 1024"),
        SIGN(128, "uint256(int256(int8(uint8(v))))"),
        BYTE(256, "uint256(uint8(bytes32(v)[31]))");

        private final int limit;
        private final String form;

        Reduction(int limit, String form) {
            this.limit = limit;
            this.form = form;
        }

        String of(String name) {
            return form.replaceAll("\\bv\\b", name);
        }
    }
}
