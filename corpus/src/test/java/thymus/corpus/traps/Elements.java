package thymus.corpus.traps;

/** Arrays whose elements are bounded: of few elements, of more than a word's, of unknown number. */
final class Elements implements Shape {
    @Override
    public void draw(Dice dice, Draft draft) {
        String type = dice.of("uint8", "uint16", "uint64", "uint128", "uint256");
        int most = dice.between(3, 200);
        String a = draft.name("a");
        Parameter x = Parameter.of(type, "x", 2);
        Parameter i = Parameter.of("uint256", "i", 1);
        if (dice.chance(10)) {
            draft.state.add(type + "[] " + a + ";");
            draft.branching(draft.name("push"), "require(" + a + ".length < " + most + ");\n" + a + ".push(x);", x);
            draft.invariant("short", "c." + a + ".length <= " + most);
            draft.weaknesses.add(Weakness.of("assembly { sstore(" + a + ".slot, " + (most + 1) + ") }")
                    .ofItsOwn());
            return;
        }
        int length = dice.of(2, 3, 7, 65, 100, 200);
        int one = dice.below(length);
        draft.state.add(type + "[" + length + "] " + a + ";");
        draft.state.add("uint64 " + draft.name("after") + ";");
        if (dice.chance(40)) {
            draft.function(draft.name("put"), "require(x <= " + most + ");\n" + a + "[i] = x;", i, x);
        }
        int other = dice.below(length);
        draft.function(
                draft.name("set"),
                "require(x <= " + most + ");\n" + a + "[" + other + "] = x;\n" + a + "[" + one + "] = x / 2;",
                x);
        if (dice.chance(15)) {
            draft.function(draft.name("copy"), a + "[i] = " + a + "[j];", i, Parameter.of("uint256", "j", 0));
        }
        if (dice.chance(40)) {
            draft.function(draft.name("fix"), a + "[" + one + "] = " + most + ";\n" + draft.name("after") + " = 5;");
        }
        draft.invariant("one", "c." + a + "[" + one + "] <= " + most);
        if (dice.chance(40)) {
            draft.invariant("beside", "c." + draft.name("after") + " <= 5");
        }
        draft.weaknesses.add(Weakness.of(a + "[" + one + "] = " + (most + 1) + ";"));
        draft.weaknesses.add(
                Weakness.of(a + "[wi] = " + type + "(" + (most + 1) + ");", Parameter.of("uint256", "wi", one)));
    }
}
