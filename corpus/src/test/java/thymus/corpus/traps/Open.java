package thymus.corpus.traps;

/** What nobody can be kept from. */
final class Open implements Shape {
    @Override
    public void draw(Dice dice, Draft draft) {
        String limit = draft.name("limit");
        String paused = draft.name("paused");
        String used = draft.name("used");
        draft.state.add("bool " + paused + ";");
        draft.state.add(dice.of("uint96 ", "uint256 ") + limit + " = 50;");
        draft.state.add("uint64 " + used + ";");
        String use = draft.name("use");
        draft.branching(
                use,
                "require(!" + paused + " && x <= " + limit + ");\n" + used + " = x;",
                Parameter.of("uint64", "x", 1));
        draft.function(draft.name("pause"), paused + " = true;");
        draft.function(draft.name("resume"), paused + " = false;");
        draft.function(draft.name("tune"), "require(x > 4);\n" + limit + " = x;", Parameter.of("uint96", "x", 9));
        draft.invariant("open", "!c." + paused + " ==> can(alice, c." + use + "(" + dice.between(1, 5) + "))");
        draft.rule("kept", "ok(c." + use + "(x…))", "c." + used + " == x && x <= prev(c." + limit + ")");
        draft.weaknesses.add(
                Weakness.of(limit + " = 0;\n" + paused + " = false;").ofItsOwn());
    }
}
