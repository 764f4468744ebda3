package thymus.corpus.traps;

/** Two variables in different places that say the same, or that add up to the same. */
final class Shadows implements Shape {
    @Override
    public void draw(Dice dice, Draft draft) {
        String a = place(dice, draft, "a", dice.of("uint32", "uint64", "uint72", "uint128"));
        String b = place(dice, draft, "b", dice.of("uint128", "uint160", "uint256"));
        if (dice.chance(60)) {
            equal(dice, draft, a, b);
        } else {
            constantSum(draft, a, b);
        }
        draft.weaknesses.add(Weakness.of("unchecked { " + a + " += 1; }"));
        draft.weaknesses.add(Weakness.of(b + " ^= 1;"));
        draft.weaknesses.add(
                Weakness.of("if (uint32(wx) != 0) " + b + " ^= uint32(wx);", Parameter.of("uint128", "wx", 0x100)));
    }

    private static String place(Dice dice, Draft draft, String plain, String type) {
        String name = draft.name(plain);
        String pad = dice.of("bool", "uint16", "address", "bytes2");
        switch (dice.below(4)) {
            case 0 -> draft.state.add(type + " " + name + ";");
            case 1 -> {
                draft.state.add(pad + " " + name + "x;");
                draft.state.add(type + " " + name + ";");
            }
            case 2 -> {
                draft.state.add("struct S" + name + " { " + pad + " x; " + type + " y; uint8 z; }");
                draft.state.add("S" + name + " " + name + ";");
                return name + ".y";
            }
            default -> {
                draft.state.add(type + "[" + dice.of(3, 70) + "] " + name + ";");
                return name + "[" + dice.below(3) + "]";
            }
        }
        return name;
    }

    private static void equal(Dice dice, Draft draft, String a, String b) {
        Parameter x = Parameter.of("uint32", "x", 5);
        for (int i = 0; i < dice.between(1, 3); i++) {
            String name = draft.name("both" + (char) ('A' + i));
            switch (dice.below(6)) {
                case 0 -> draft.function(name, a + " = x;\n" + b + " = x;", x);
                case 1 -> draft.function(name, a + " += x;\n" + b + " += x;", x);
                case 2 ->
                    draft.function(
                            name,
                            "if (x > " + a + ") revert();\n" + a + " -= x;\n" + b + " -= x;",
                            Parameter.of("uint32", "x", 0));
                case 3 -> draft.function(name, b + " = " + a + ";");
                case 4 ->
                    draft.branching(
                            name,
                            "if (x % 2 == 0) { " + a + " = 7; " + b + " = 7; return; }\n" + a + " /= 3;\n" + b
                                    + " /= 3;",
                            x);
                default -> draft.function(name, a + " = x & 0xff00;\n" + b + " = (x >> 8 << 8) % 65536;", x);
            }
        }
        draft.invariant("same", "c." + a + " == c." + b);
    }

    private static void constantSum(Draft draft, String a, String b) {
        draft.constructor.add(a + " = 1000;");
        draft.function(
                draft.name("give"),
                "require(" + a + " >= x);\n" + a + " -= x;\n" + b + " += x;",
                Parameter.of("uint32", "x", 1));
        draft.function(
                draft.name("take"),
                "require(" + b + " >= x);\n" + b + " -= x;\n" + a + " += x;",
                Parameter.of("uint32", "x", 0));
        draft.invariant("whole", "c." + a + " + c." + b + " == 1000");
    }
}
