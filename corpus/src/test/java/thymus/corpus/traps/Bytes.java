package thymus.corpus.traps;

import java.math.BigInteger;

/** Words that the contract takes apart by itself. */
final class Bytes implements Shape {
    @Override
    public void draw(Dice dice, Draft draft) {
        switch (dice.below(3)) {
            case 0 -> tags(dice, draft);
            case 1 -> halves(dice, draft);
            default -> single(dice, draft);
        }
    }

    private static void tags(Dice dice, Draft draft) {
        int size = dice.of(1, 4, 8, 21, 32);
        String type = "bytes" + size;
        String tag = draft.name("tag");
        String first = literal(dice, size);
        String second = literal(dice, size);
        draft.state.add("bool " + draft.name("pad") + ";");
        draft.state.add(type + " " + tag + " = " + hex(first) + ";");
        draft.function(
                draft.name("flip"),
                tag + " = on ? " + type + "(" + hex(first) + ") : " + type + "(" + hex(second) + ");",
                Parameter.of("bool", "on", 1));
        draft.function(
                draft.name("keep"),
                "if (x == " + tag + ") " + tag + " = x;",
                new Parameter(type, "x", BigInteger.ZERO));
        draft.invariant("tags", "c." + tag + " == " + first + " || c." + tag + " == " + second);
        draft.weaknesses.add(Weakness.of(tag + " = ~" + tag + ";").ofItsOwn());
        draft.weaknesses.add(Weakness.of(tag + " = " + type + "(0);").ofItsOwn());
    }

    /** As Solidity has it: a number of 20 bytes would be an address. */
    private static String hex(String literal) {
        return "hex\"" + literal.substring(2) + "\"";
    }

    private static String literal(Dice dice, int size) {
        // Neither is 0, and neither is the other's complement: the first bit is set, the last is not.
        BigInteger value = dice.bits(8 * size).setBit(8 * size - 1).clearBit(0);
        return "0x" + String.format("%0" + 2 * size + "x", value);
    }

    /** Two numbers in one word, by masks and shifts. */
    private static void halves(Dice dice, Draft draft) {
        String w = draft.name("w");
        int cut = dice.of(64, 96, 128);
        String mask = "(1 << " + cut + ") - 1";
        draft.state.add("uint256 " + w + ";");
        draft.helpers.add("function " + draft.name("low") + "() external view returns (uint256) { return " + w + " & ("
                + mask + "); }");
        draft.helpers.add("function " + draft.name("high") + "() external view returns (uint256) { return " + w + " >> "
                + cut + "; }");
        draft.function(
                draft.name("pack"),
                "require(x <= y);\n" + w + " = (uint256(y) << " + cut + ") | x;",
                Parameter.of("uint32", "x", 1),
                Parameter.of("uint32", "y", 2));
        draft.function(
                draft.name("up"),
                "uint256 high = " + w + " >> " + cut + ";\nif (high < 1000) high++;\n" + w + " = (high << " + cut
                        + ") | (" + w + " & (" + mask + "));");
        draft.invariant("order", "c." + draft.name("low") + "() <= c." + draft.name("high") + "()");
        draft.weaknesses.add(Weakness.of(w + " = 1 + (" + w + " >> " + cut + ") * ((1 << " + cut + ") + 1);"));
    }

    private static void single(Dice dice, Draft draft) {
        int at = dice.below(32);
        String n = draft.name("n");
        draft.state.add("uint256 " + n + ";");
        String set = draft.name("set");
        String out = dice.of(
                "assembly { y := byte(" + at + ", x) }",
                "y = (x >> " + 8 * (31 - at) + ") & 0xff;",
                "y = uint8(bytes32(x)[" + at + "]);");
        draft.function(set, "uint256 y;\n" + out + "\n" + n + " = y;", new Parameter("uint256", "x", dice.bits(256)));
        draft.rule("byte", "ok(c." + set + "(x…))", "c." + n + " == x / 2 ** " + 8 * (31 - at) + " % 256");
        draft.invariant("small", "c." + n + " < 256");
        draft.weaknesses.add(Weakness.of(n + " += 256;"));
    }
}
