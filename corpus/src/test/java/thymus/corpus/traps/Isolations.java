package thymus.corpus.traps;

import java.math.BigInteger;
import java.util.List;

/** Who takes more than it has, or is accused, is kept out, and nobody else notices. */
final class Isolations implements Shape {
    /**
     * How a contract knows who is isolated; {@code $} stands for the variable.
     *
     * @param own where the sender's shares are, if they are in the same variable
     */
    private record Mark(String declaration, String set, String free, String when, String mark, String own) {
        Mark named(String name) {
            return new Mark(
                    declaration.replace("$", name),
                    set.replace("$", name),
                    free.replace("$", name),
                    when.replace("$", name),
                    mark.replace("$", name),
                    own.replace("$", name));
        }
    }

    private static Mark mark(Dice dice) {
        return dice.of(
                new Mark("mapping(address => bool) $;", "$[who] = true;", "!$[who]", "c.$[a]", "c.$[a]", ""),
                new Mark(
                        "mapping(address => uint256) $;",
                        "$[who] = block.timestamp + 1000;",
                        "block.timestamp >= $[who]",
                        "now < c.$[a]",
                        "c.$[a]",
                        ""),
                new Mark(
                        "struct $S { uint64 since; bool out; uint128 paid; } mapping(address => $S) $;",
                        "$[who].out = true;",
                        "!$[who].out",
                        "c.$[a].out",
                        "c.$[a].out",
                        "$[msg.sender].paid"));
    }

    @Override
    public void draw(Dice dice, Draft draft) {
        Mark mark = mark(dice).named(draft.name("marks"));
        String shares = draft.name("shares");
        String own = mark.own().isEmpty() || dice.chance(30) ? shares + "[msg.sender]" : mark.own();
        String total = draft.name("total");
        String offences = draft.name("offences");
        String free = draft.name("free");
        String seen = draft.name("Seen");
        draft.state.addAll(List.of(
                mark.declaration(),
                "mapping(address => uint256) " + shares + ";",
                dice.of("uint64 ", "uint256 ") + total + ";",
                "uint256 " + offences + ";"));
        draft.helpers.add(
                "function " + free + "(address who) public view returns (bool) { return " + mark.free() + "; }");
        draft.helpers.add("event " + seen + "(uint256 x);");
        boolean accused = dice.chance(50);
        boolean inOffence = dice.chance(40);
        String offence = mark.set() + "\n" + offences + "++;\n" + (inOffence ? Function.HERE : "");
        Parameter x = Parameter.of("uint32", "x", 5);
        String put = draft.name("put");
        draft.returning(
                put,
                "unchecked {\nbool pass = " + free + "(msg.sender);\nuint256 extra = 0;\n"
                        + (inOffence ? "" : Function.HERE) + "\nrequire(pass);\n" + own + " += x;\n" + total
                        + " += x;\nemit " + seen + "(x);\nreturn " + own + " + extra;\n}",
                x);
        String take = draft.name("take");
        String refused = accused
                ? "require(x <= " + own + ");\n"
                : "if (x > " + own + ") {\naddress who = msg.sender;\n" + offence + "\nreturn 0;\n}\n";
        draft.returning(
                take,
                "unchecked {\nrequire(" + free + "(msg.sender));\n" + refused + own + " -= x;\n" + total
                        + " -= x;\nreturn " + own + ";\n}",
                x);
        String accuse = draft.name("accuse");
        if (accused) {
            Parameter who = Parameter.of("address", "who", 12345);
            draft.returning(accuse, "unchecked {\n" + offence + "\nreturn 1;\n}", who);
        }
        String name = draft.name("alone");
        draft.claims.add(new Claim(
                name,
                "isolate " + name + ": offender a when " + when(dice, mark, free) + "; others keep {c." + put + ", c."
                        + take + "} modulo {" + mark.mark() + ", c." + offences + ", c.touched};"));
        if (inOffence) {
            draft.weaknesses.add(Weakness.of(dice.of(
                            shares + "[address(7)] += 1;",
                            total + " += 1;",
                            "who = address(uint160(who) ^ 1);\n" + mark.set()))
                    .hosted());
            return;
        }
        String harm = dice.of(
                "pass = true;",
                "extra = " + offences + ";",
                "pass = pass && " + offences + " == 0;",
                total + " += uint32(" + offences + ");",
                "emit " + seen + "(" + offences + ");");
        boolean self = harm.equals("pass = true;");
        Call isolates = accused
                ? Call.of(accuse, self ? Parties.ALICE : Parties.BOB)
                : Call.of(take, BigInteger.valueOf(5)).by(self ? "alice" : "bob");
        draft.weaknesses.add(Weakness.of(harm).hosted().between(List.of(isolates), List.of()));
    }

    private static String when(Dice dice, Mark mark, String free) {
        return dice.of(mark.when(), "!c." + free + "(a)");
    }
}
