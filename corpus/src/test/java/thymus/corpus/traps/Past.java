package thymus.corpus.traps;

/** What may happen in one step: numbers that only grow, by what was asked for. */
final class Past implements Shape {
    @Override
    public void draw(Dice dice, Draft draft) {
        String type = dice.of("uint64", "uint128", "uint256");
        String n = draft.name("n");
        String phase = draft.name("phase");
        draft.state.add("uint8 " + phase + ";");
        draft.state.add(type + " " + n + " = 10;");
        Parameter x = Parameter.of("uint32", "x", 3);
        String add = draft.name("add");
        draft.function(add, n + " += x;", x);
        if (dice.chance(50)) {
            String twice = draft.name("twice");
            draft.function(
                    twice, "require(x > y);\n" + n + " += x - y;\n" + n + " += y;", x, Parameter.of("uint32", "y", 1));
            draft.rule("twice", "ok(c." + twice + "(x, y…))", "c." + n + " == prev(c." + n + ") + x && x > y");
        }
        if (dice.chance(50)) {
            String next = draft.name("next");
            draft.function(next, "require(" + phase + " < 3);\n" + phase + "++;");
            draft.invariant("phases", "prev(c." + phase + ") <= c." + phase + " && c." + phase + " <= 3");
        }
        draft.rule("grows", "ok(c." + add + "(x…))", "c." + n + " == prev(c." + n + ") + x");
        draft.invariant("monotone", "prev(c." + n + ") <= c." + n);
        draft.weaknesses.add(Weakness.of(n + " -= 4;"));
        draft.weaknesses.add(Weakness.of(n + " = wx;", Parameter.of("uint8", "wx", 1)));
        draft.weaknesses.add(
                Weakness.of("unchecked { " + n + " *= " + type + "(wx); }", Parameter.of("uint256", "wx", 0)));
    }
}
