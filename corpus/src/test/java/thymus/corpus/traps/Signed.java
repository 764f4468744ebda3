package thymus.corpus.traps;

import java.math.BigInteger;

/** A number with sign that stays between two bounds. */
final class Signed implements Shape {
    @Override
    public void draw(Dice dice, Draft draft) {
        int width = 8 * dice.between(1, 32);
        String type = "int" + width;
        BigInteger most = dice.word(dice.between(2, width - 1))
                .min(BigInteger.TWO.pow(width - 1).subtract(BigInteger.TWO))
                .max(BigInteger.TWO);
        String v = draft.name("v");
        if (dice.chance(50)) {
            draft.state.add("bool " + draft.name("b") + ";");
        }
        draft.state.add(type + " " + v + ";");
        for (int i = 0; i < dice.between(1, 3); i++) {
            setter(dice, draft, draft.name("move" + (char) ('A' + i)), type, v, most);
        }
        draft.invariant("range", "c." + v + " >= -" + most + " && c." + v + " <= " + most);
        draft.weaknesses.add(Weakness.of(v + " = -" + most + " - 1;"));
        draft.weaknesses.add(Weakness.of(v + " = " + most.add(BigInteger.ONE) + ";"));
        BigInteger outside = most.add(BigInteger.ONE).negate().mod(Expr.WORDS);
        draft.weaknesses.add(
                Weakness.of(v + " = " + type + "(uint" + width + "(wx));", new Parameter("uint256", "wx", outside)));
    }

    private static void setter(Dice dice, Draft draft, String name, String type, String v, BigInteger most) {
        Parameter x = Parameter.of(type, "x", 1);
        Parameter wide = Parameter.of("int256", "x", 1);
        switch (dice.below(8)) {
            case 0 -> draft.function(name, "require(x <= " + most + " && x >= -" + most + ");\n" + v + " = x;", x);
            case 1 ->
                draft.function(
                        name,
                        v + " = x < -" + most + " ? -" + type + "(" + most + ") : x > " + most + " ? " + type + "("
                                + most + ") : x;",
                        x);
            case 2 -> draft.function(name, v + " = " + type + "(x % " + most + ");", wide);
            case 3 -> draft.function(name, "unchecked { " + v + " = -" + v + "; }");
            case 4 -> draft.function(name, v + " /= 2;");
            case 5 -> draft.function(name, "if (" + v + " > -" + most + ") " + v + " -= 1;");
            case 6 ->
                draft.branching(
                        name, "if (x > " + most + " || x < -" + most + ") return;\n" + v + " = " + type + "(x);", wide);
            default -> draft.function(name, v + " = " + v + " >> 1;");
        }
    }
}
