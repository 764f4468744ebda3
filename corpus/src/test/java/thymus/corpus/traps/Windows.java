package thymus.corpus.traps;

import java.util.List;

/** Payments that are limited within a time, or altogether. */
final class Windows implements Shape {
    @Override
    public void draw(Dice dice, Draft draft) {
        String event = draft.name("Paid");
        String flow = draft.name("paid");
        draft.helpers.add("event " + event + "(uint256 x);");
        draft.declarations.add("flow " + flow + " = c." + event + "(x) => x;");
        switch (dice.below(3)) {
            case 0 -> gap(dice, draft, event, flow);
            case 1 -> budget(dice, draft, event, flow);
            default -> bucket(dice, draft, event, flow);
        }
    }

    /** One payment at a time, and then a pause. */
    private static void gap(Dice dice, Draft draft, String event, String flow) {
        int pause = dice.between(10, 100_000);
        int cap = dice.between(1, 1000);
        String last = draft.name("last");
        draft.state.add(dice.of("uint64 ", "uint256 ", "uint128 ") + last + ";");
        Function pay = draft.branching(
                draft.name("pay"),
                "require(x <= " + cap + " && block.timestamp >= uint256(" + last + ") + " + pause + ");\n" + last
                        + " = uint64(block.timestamp);\nemit " + event + "(x);",
                Parameter.of("uint256", "x", 1));
        draft.limit("most", "sum(" + flow + ", last " + pause + " seconds) <= " + cap);
        draft.limit("once", "count(" + flow + ", last " + pause + " seconds) <= 1");
        draft.weaknesses.add(Weakness.of(last + " = 0;").between(List.of(pay.call()), List.of(pay.call())));
    }

    private static void budget(Dice dice, Draft draft, String event, String flow) {
        int cap = dice.between(10, 1000);
        String spent = draft.name("spent");
        draft.state.add(dice.of("uint16 ", "uint256 ") + spent + ";");
        Function pay = draft.branching(
                draft.name("pay"),
                spent + " += x;\nrequire(" + spent + " <= " + cap + ");\nemit " + event + "(x);",
                Parameter.of("uint16", "x", cap));
        draft.limit("ever", "sum(" + flow + ", ever) <= " + cap);
        if (dice.chance(50)) {
            draft.limit("counted", "sum(" + flow + ", ever) == c." + spent);
        }
        draft.weaknesses.add(Weakness.of(spent + " = 0;").between(List.of(pay.call()), List.of(pay.call())));
    }

    private static void bucket(Dice dice, Draft draft, String event, String flow) {
        int cap = dice.between(10, 1000);
        int rate = dice.between(1, 5);
        String level = draft.name("level");
        String last = draft.name("last");
        draft.state.add("uint128 " + level + " = " + cap + ";");
        draft.state.add("uint64 " + last + ";");
        draft.constructor.add(last + " = uint64(block.timestamp);");
        Function pay = draft.branching(
                draft.name("pay"),
                "uint256 now_ = uint256(" + level + ") + (block.timestamp - " + last + ") * " + rate + ";\n"
                        + "if (now_ > " + cap + ") now_ = " + cap + ";\nrequire(x <= now_);\n"
                        + level + " = uint128(now_ - x);\n" + last + " = uint64(block.timestamp);\nemit " + event
                        + "(x);",
                Parameter.of("uint256", "x", cap));
        draft.limit("bucket", "forall duration W: sum(" + flow + ", last W) <= " + cap + " + " + rate + " * W");
        draft.invariant("level", "c." + level + " <= " + cap);
        draft.weaknesses.add(Weakness.of(level + " = " + 4 * cap + ";").between(List.of(), List.of()));
        draft.weaknesses.add(Weakness.of(level + " = " + cap + ";").between(List.of(pay.call()), List.of(pay.call())));
    }
}
