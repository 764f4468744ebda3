package thymus.corpus.traps;

import java.util.List;

/** Structs in a mapping, one of whose members adds up to a total. */
final class Members implements Shape {
    @Override
    public void draw(Dice dice, Draft draft) {
        String struct = draft.name("Loan");
        boolean inner = dice.chance(30);
        String debt = dice.of("uint128", "uint256", "uint96", "uint64") + " debt;";
        String fee = dice.of("uint96", "uint40", "uint256") + " fee;";
        String mixed = dice.of(
                fee + " bool open; $" + " uint8 kind;",
                "$ " + fee + " bool open; uint8 kind;",
                "uint8 kind; bool open; " + fee + " $");
        draft.helpers.add(
                inner
                        ? "struct " + struct + "I { uint64 until; " + debt + " } struct " + struct + " { "
                                + mixed.replace("$", struct + "I i;") + " }"
                        : "struct " + struct + " { " + mixed.replace("$", debt) + " }");
        String key = dice.of("address", "uint256", "bytes32", "uint16");
        boolean nested = dice.chance(25);
        String loans = draft.name("loans");
        String m = loans + (nested ? "[3]" : "");
        String member = inner ? ".i.debt" : ".debt";
        String total = draft.name("total");
        String fees = draft.name("fees");
        draft.state.add("mapping(" + (nested ? "uint256 => mapping(" : "") + key + " => " + struct + (nested ? ")" : "")
                + ") " + loans + ";");
        draft.state.addAll(List.of("uint256 " + total + ";", "uint256 " + fees + ";"));
        Parameter k = Parameter.of(key, "k", 5);
        Parameter x = Parameter.of("uint32", "x", 4);
        Function lend = draft.function(
                draft.name("lend"),
                m + "[k]" + member + " += x;\n" + m + "[k].fee += 3;\n" + total + " += x;\n" + fees + " += 3;"
                        + dice.of("", "\n" + m + "[k].open = true;", "\n" + m + "[k].kind = uint8(x);"),
                k,
                x);
        if (dice.chance(60)) {
            draft.function(
                    draft.name("close"),
                    total + " -= " + m + "[k]" + member + ";\n" + fees + " -= " + m + "[k].fee;\ndelete " + m + "[k];",
                    k);
        }
        if (dice.chance(40)) {
            draft.function(
                    draft.name("copy"),
                    struct + " memory one = " + m + "[k];\n" + total + " = " + total + " - " + m + "[to]" + member
                            + " + one" + member + ";\n" + fees + " = " + fees + " - " + m + "[to].fee + one.fee;\n" + m
                            + "[to] = one;",
                    k,
                    Parameter.of(key, "to", 6));
        }
        if (dice.chance(40)) {
            draft.function(
                    draft.name("tick"),
                    "unchecked { " + m + "[k].kind += 7; }\n" + m + "[k].open = !" + m + "[k].open;",
                    k);
        }
        draft.invariant("debts", "sum(c." + m + member + ") == c." + total);
        draft.invariant("fees", "sum(c." + m + ".fee) == c." + fees);
        Parameter w = Parameter.of(key, "wk", 5);
        draft.weaknesses.add(Weakness.of(m + "[wk]" + member + " += 1;", w));
        draft.weaknesses.add(Weakness.of(m + "[wk].fee = 1;", Parameter.of(key, "wk", 8)));
        draft.weaknesses.add(Weakness.of(total + " += 1;"));
        draft.weaknesses.add(
                Weakness.of("delete " + m + "[wk];", w).ofItsOwn().between(List.of(lend.call()), List.of()));
        boolean firstWordCounts = !mixed.startsWith("uint8") && !(inner && debt.equals("uint256 debt;"));
        if (firstWordCounts) {
            // What is packed beside it goes too.
            draft.weaknesses.add(Weakness.of(struct + " storage s = " + m + "[wk];\nassembly { sstore(s.slot, 0) }", w)
                    .ofItsOwn()
                    .between(List.of(lend.call()), List.of()));
        }
    }
}
