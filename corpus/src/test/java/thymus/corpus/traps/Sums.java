package thymus.corpus.traps;

/** A mapping whose values add up to a total. */
final class Sums implements Shape {
    @Override
    public void draw(Dice dice, Draft draft) {
        String key = dice.of("address", "address", "uint256", "bytes32", "uint16");
        String value = dice.of("uint256", "uint128", "uint96", "uint40");
        String total = draft.name("total");
        String mapping = draft.name("m");
        boolean nested = dice.chance(25);
        draft.state.add("mapping(" + (nested ? "uint256 => mapping(" : "") + key + " => " + value + (nested ? ")" : "")
                + ") " + mapping + ";");
        draft.state.add("uint256 " + total + ";");
        String m = mapping + (nested ? "[3]" : "");
        Parameter k = Parameter.of(key, "k", 5);
        Parameter to = Parameter.of(key, "to", 6);
        Parameter x = Parameter.of("uint32", "x", 4);
        draft.function(draft.name("mint"), m + "[k] += x;\n" + total + " += x;", k, x);
        if (dice.chance(60)) {
            draft.function(
                    draft.name("move"),
                    "require(" + m + "[k] >= x);\n" + m + "[k] -= x;\n" + m + "[to] += x;",
                    k,
                    to,
                    Parameter.of("uint32", "x", 0));
        }
        if (dice.chance(60)) {
            String amount = dice.of("x", "x / 2");
            draft.function(
                    draft.name("burn"),
                    m + "[k] -= " + amount + ";\n" + total + " -= " + amount + ";",
                    k,
                    Parameter.of("uint32", "x", 0));
        }
        if (dice.chance(30) && !key.equals("bytes32")) {
            draft.function(
                    draft.name("fee"),
                    m + "[" + (key.equals("address") ? "address(9)" : "9") + "] += 2;\n" + total + " += 2;");
        }
        draft.invariant("sum", "sum(c." + m + ") == c." + total);
        draft.weaknesses.add(Weakness.of(m + "[wk] += 1;", Parameter.of(key, "wk", 8)));
        draft.weaknesses.add(Weakness.of(total + " += 1;"));
        draft.weaknesses.add(
                Weakness.of("unchecked { " + m + "[wk] = " + m + "[wk] * 2 + 1; }", Parameter.of(key, "wk", 8)));
    }
}
