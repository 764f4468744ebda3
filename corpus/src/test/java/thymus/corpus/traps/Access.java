package thymus.corpus.traps;

import java.util.List;

/** Who may do what, when, and for how much. */
final class Access implements Shape {
    @Override
    public void draw(Dice dice, Draft draft) {
        switch (dice.below(4)) {
            case 0 -> owner(dice, draft);
            case 1 -> price(dice, draft);
            case 2 -> lock(dice, draft);
            default -> own(draft);
        }
    }

    private static void owner(Dice dice, Draft draft) {
        String owner = draft.name("owner");
        String dial = draft.name("dial");
        draft.state.add(dice.of("bool ", "uint64 ", "bytes12 ") + draft.name("pad") + ";");
        draft.state.add("address " + owner + ";");
        draft.state.add("uint64 " + dial + ";");
        draft.constructor.add(owner + " = msg.sender;");
        String set = draft.name("set");
        draft.function(set, "require(msg.sender == " + owner + ");\n" + dial + " = x;", Parameter.of("uint64", "x", 3));
        draft.rule("only", "ok(c." + set + "(x…))", "msg.sender == alice && c." + dial + " == x");
        draft.invariant("owned", "c." + owner + " == alice");
        draft.weaknesses.add(
                Weakness.of(owner + " = address(uint160(uint256(77)));").ofItsOwn());
        draft.weaknesses.add(Weakness.of(owner + " = wo;", Parameter.of("address", "wo", 0x1234))
                .ofItsOwn());
    }

    private static void price(Dice dice, Draft draft) {
        int price = dice.between(2, 1000);
        String sold = draft.name("sold");
        String taken = draft.name("taken");
        draft.state.add("uint128 " + sold + ";");
        // That nobody has 2^128 wei is an assumption of its own.
        String wei = ShapeKind.isOn("ETHER") && dice.chance(50) ? "uint128" : "uint256";
        draft.state.add(wei + " " + taken + ";");
        draft.functions.add(new Function(
                draft.name("buy"),
                List.of(),
                "payable",
                "require(msg.value >= " + price + ");\n" + sold + "++;\n" + taken + " += " + wei + "(msg.value);",
                false));
        draft.rule("paid", "ok(c." + draft.name("buy") + "(…))", "msg.value >= " + price);
        draft.invariant("price", "c." + taken + " >= " + price + " * c." + sold);
        draft.weaknesses.add(Weakness.of(sold + " += 1;"));
    }

    private static void lock(Dice dice, Draft draft) {
        int delay = dice.between(100, 1_000_000);
        String until = draft.name("until");
        String taken = draft.name("takenAt");
        draft.state.add("uint64 " + until + ";");
        draft.state.add("uint64 " + taken + ";");
        draft.constructor.add(until + " = uint64(block.timestamp + " + delay + ");");
        String more = draft.name("more");
        draft.function(more, until + " += x;", Parameter.of("uint16", "x", 0));
        draft.branching(
                draft.name("take"),
                "require(block.timestamp >= " + until + ");\n" + taken + " = uint64(block.timestamp);\n" + until + " = "
                        + taken + ";");
        draft.invariant("notAhead", "c." + taken + " <= now");
        draft.rule("later", "ok(c." + more + "(x…))", "c." + until + " == prev(c." + until + ") + x");
        draft.rule("due", "ok(c." + draft.name("take") + "(…))", "now >= prev(c." + until + ")");
        draft.weaknesses.add(
                Weakness.of(taken + " = uint64(block.timestamp + 1);").ofItsOwn());
    }

    /** Everyone sets only what is his own. */
    private static void own(Draft draft) {
        String m = draft.name("mine");
        draft.state.add("mapping(address => uint64) " + m + ";");
        String set = draft.name("set");
        draft.function(set, m + "[msg.sender] = x;", Parameter.of("uint64", "x", 3));
        draft.rule("own", "ok(c." + set + "(x…))", "c." + m + "[msg.sender] == x");
        draft.invariant("others", "msg.sender != bob ==> c." + m + "[bob] == prev(c." + m + "[bob])");
        draft.weaknesses.add(Weakness.of(m + "[who] += 9;", new Parameter("address", "who", Parties.BOB))
                .ofItsOwn());
    }
}
