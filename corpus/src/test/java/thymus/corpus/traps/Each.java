package thymus.corpus.traps;

/** Something is true of every entry of a mapping. */
final class Each implements Shape {
    @Override
    public void draw(Dice dice, Draft draft) {
        String key = dice.of("address", "uint256", "bytes32", "uint8");
        switch (dice.below(3)) {
            case 0 -> bounded(dice, draft, key);
            case 1 -> nested(dice, draft, key);
            default -> structs(dice, draft, key);
        }
    }

    private static void bounded(Dice dice, Draft draft, String key) {
        int most = dice.between(3, 200);
        String m = draft.name("m");
        String type = dice.of("uint8", "uint16", "uint200", "uint256");
        draft.state.add("mapping(" + key + " => " + type + ") " + m + ";");
        Parameter k = Parameter.of(key, "k", 4);
        draft.function(
                draft.name("put"), "require(x <= " + most + ");\n" + m + "[k] = x;", k, Parameter.of(type, "x", 2));
        if (dice.chance(50)) {
            draft.function(draft.name("bump"), "if (" + m + "[k] < " + most + ") " + m + "[k]++;", k);
        }
        draft.invariant("each", "forall " + key + " u: c." + m + "[u] <= " + most);
        draft.weaknesses.add(Weakness.of(m + "[wk] = " + (most + 1) + ";", Parameter.of(key, "wk", 7)));
    }

    private static void nested(Dice dice, Draft draft, String key) {
        String m = draft.name("m");
        draft.state.add("mapping(" + key + " => mapping(uint256 => uint128)) " + m + ";");
        draft.state.add("mapping(" + key + " => bool) " + draft.name("on") + ";");
        Parameter k = Parameter.of(key, "k", 4);
        Parameter i = Parameter.of("uint256", "i", 3);
        draft.function(draft.name("put"), m + "[k][i] = x % 50;", k, i, Parameter.of("uint128", "x", 2));
        draft.function(draft.name("turn"), draft.name("on") + "[k] = !" + draft.name("on") + "[k];", k);
        draft.invariant("each", "forall " + key + " u: forall uint256 j: c." + m + "[u][j] < 50");
        draft.weaknesses.add(Weakness.of(
                m + "[wk][wi] = " + dice.between(50, 90) + ";",
                Parameter.of(key, "wk", 7),
                Parameter.of("uint256", "wi", 1)));
    }

    private static void structs(Dice dice, Draft draft, String key) {
        String m = draft.name("m");
        String type = dice.of("uint40", "uint128", "uint256");
        draft.state.add("struct E" + m + " { " + type + " low; bool on; " + type + " high; }");
        draft.state.add("mapping(" + key + " => E" + m + ") " + m + ";");
        Parameter k = Parameter.of(key, "k", 4);
        Parameter x = Parameter.of(type, "x", 2);
        draft.function(draft.name("raise"), "require(x >= " + m + "[k].low);\n" + m + "[k].high = x;", k, x);
        draft.function(
                draft.name("lift"),
                "require(x <= " + m + "[k].high);\n" + m + "[k].low = x;",
                k,
                Parameter.of(type, "x", 0));
        draft.function(draft.name("flip"), m + "[k].on = !" + m + "[k].on;", k);
        draft.invariant("each", "forall " + key + " u: c." + m + "[u].low <= c." + m + "[u].high");
        draft.weaknesses.add(Weakness.of(m + "[wk].low = " + m + "[wk].high + 1;", Parameter.of(key, "wk", 7)));
    }
}
