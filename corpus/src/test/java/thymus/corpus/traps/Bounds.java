package thymus.corpus.traps;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** A number without sign that stays below a bound, alone or among others in its slot. */
final class Bounds implements Shape {
    @Override
    public void draw(Dice dice, Draft draft) {
        int width = 8 * dice.between(1, 32);
        String type = "uint" + width;
        BigInteger most = bound(dice, width);
        String v = draft.name("v");
        String place = place(dice, draft, type, v);
        String bound = constant(dice, draft, type, most);
        for (int i = 0; i < dice.between(1, 3); i++) {
            setter(dice, draft, draft.name("set" + (char) ('A' + i)), type, place, bound, most);
        }
        draft.invariant("bound", "c." + place + " <= " + most);
        if (dice.chance(30)) {
            draft.invariant("prevBound", "prev(c." + place + ") <= " + most + " && c." + place + " >= 0");
        }
        draft.weaknesses.add(Weakness.of(place + " = " + most.add(BigInteger.ONE) + ";"));
        draft.weaknesses.add(Weakness.of("unchecked { " + place + " = " + bound + "; " + place + "++; }"));
        draft.weaknesses.add(Weakness.of(
                "if (wx > " + bound + ") " + place + " = wx;", new Parameter(type, "wx", most.add(BigInteger.ONE))));
    }

    /** Below the greatest number of the type, so that there is something to break. */
    private static BigInteger bound(Dice dice, int width) {
        BigInteger limit = BigInteger.TWO.pow(width).subtract(BigInteger.TWO);
        return dice.word(dice.between(2, width)).max(BigInteger.TWO).min(limit);
    }

    private static String place(Dice dice, Draft draft, String type, String v) {
        List<String> fields = new ArrayList<>(List.of(type + " " + v));
        for (String neighbour : List.of("bool", "uint8", "int16", "address", "bytes3")) {
            if (dice.chance(40)) {
                fields.add(
                        dice.below(fields.size() + 1),
                        neighbour + " " + draft.name("n" + neighbour.charAt(0) + fields.size()));
            }
        }
        if (dice.chance(50)) {
            fields.forEach(f -> draft.state.add(f + ";"));
            return v;
        }
        String struct = draft.name("S");
        draft.state.add("struct " + struct + " { " + String.join("; ", fields) + "; }");
        draft.state.add(struct + " " + draft.name("s") + ";");
        return draft.name("s") + "." + v;
    }

    private static String constant(Dice dice, Draft draft, String type, BigInteger value) {
        String name = draft.name("MOST");
        switch (dice.below(3)) {
            case 0 -> draft.state.add(type + " constant " + name + " = " + value + ";");
            case 1 -> {
                draft.state.add(type + " immutable " + name + ";");
                draft.constructor.add(name + " = " + value + ";");
            }
            default -> {
                return value.toString();
            }
        }
        return name;
    }

    private static void setter(
            Dice dice, Draft draft, String name, String type, String place, String bound, BigInteger most) {
        Parameter x = Parameter.of("uint256", "x", 1);
        Parameter narrow = Parameter.of(type, "x", 1);
        String cast = type + "(x)";
        switch (dice.below(9)) {
            case 0 -> draft.function(name, "require(x <= " + bound + ");\n" + place + " = " + cast + ";", x);
            case 1 -> draft.function(name, place + " = x > " + bound + " ? " + bound + " : x;", narrow);
            case 2 -> draft.function(name, place + " = " + type + "(x % (uint256(" + bound + ") + 1));", x);
            case 3 -> draft.branching(name, "if (x > " + bound + ") return;\n" + place + " = x;", narrow);
            case 4 -> draft.function(name, "if (" + place + " < " + bound + ") " + place + " += 1;");
            case 5 -> draft.function(name, "unchecked { if (" + place + " > 0) " + place + "--; }");
            case 6 -> draft.function(name, place + " = " + place + " / 2 + " + most.divide(BigInteger.TWO) + ";");
            case 7 ->
                draft.function(
                        name,
                        "uint256 y = uint256(" + place + ") + x % 3;\n" + place + " = " + type + "(y < " + bound
                                + " ? y : " + bound + ");",
                        x);
            default -> draft.function(name, place + " = " + type + "(x & " + ones(most) + ");", x);
        }
    }

    /** The greatest mask that is not above the bound. */
    private static BigInteger ones(BigInteger most) {
        return BigInteger.TWO.pow(most.add(BigInteger.ONE).bitLength() - 1).subtract(BigInteger.ONE);
    }
}
