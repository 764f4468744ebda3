package thymus.corpus.traps;

import java.util.ArrayList;
import java.util.List;

/** Parameters that named functions alone change, within bounds. */
final class Envelopes implements Shape {
    /**
     * What is tuned, and what the envelope demands of it.
     *
     * @param setAt what follows the variable's name in the setter
     * @param harmAt what follows it where harm is done
     * @param claimed the whole demand
     * @param keys the parameters that choose an element
     */
    private record Kind(String declaration, String setAt, String harmAt, String claimed, Parameter... keys) {}

    @Override
    public void draw(Dice dice, Draft draft) {
        int most = dice.between(20, 1000);
        String fee = draft.name("fee");
        String width = dice.of("uint64", "uint128", "uint256", "uint16");
        Kind kind = dice.of(
                new Kind(width + " " + fee + " = 10;", "", "", "c." + fee + " <= " + most),
                new Kind(width + " " + fee + " = 10;", "", "", "abs(c." + fee + " - start(c." + fee + ")) <= " + most),
                new Kind(
                        "mapping(address => " + width + ") " + fee + ";",
                        "[u]",
                        "[msg.sender]",
                        "forall address u: c." + fee + "[u] <= " + most,
                        Parameter.of("address", "u", 9)),
                new Kind(
                        width + "[3] " + fee + ";",
                        "[i]",
                        "[1]",
                        "forall uint8 i: i < 3 ==> c." + fee + "[i] <= " + most,
                        Parameter.of("uint8", "i", 1)));
        draft.state.add(kind.declaration());
        String used = draft.name("used");
        draft.state.add("uint256 " + used + ";");
        String tune = draft.name("tune") + "Fee";
        boolean inSetter = dice.chance(25);
        List<Parameter> parameters = new ArrayList<>(List.of(kind.keys()));
        parameters.add(Parameter.of("uint256", "v", 4));
        Parameter[] all = parameters.toArray(Parameter[]::new);
        String set = "require(v <= " + most + ");\n" + fee + kind.setAt() + " = " + width + "(v);\n";
        draft.returning(tune, set + "return v;", all);
        if (inSetter) {
            draft.returning(draft.name("tune") + "Again", set + Function.HERE + "\nreturn v;", all);
        }
        String names = Parameter.names(parameters);
        if (dice.chance(50)) {
            String call = dice.of(
                    "this." + tune + "(" + names + ");",
                    "(bool went,) = address(this).delegatecall(abi.encodeCall(this." + tune + ", (" + names
                            + ")));\nrequire(went);",
                    "(bool went,) = address(this).call(abi.encodeCall(this." + tune + ", (" + names
                            + ")));\nif (!went) " + used + " = 3;");
            draft.branching(draft.name("relay"), call, all);
        }
        if (dice.chance(30)) {
            String type = draft.name("Governor");
            draft.contracts.add("contract " + type + " {\n    C immutable c;\n    constructor(C c_) { c = c_; }\n"
                    + "    function run(" + Parameter.declared(parameters) + ") external { c." + tune + "(" + names
                    + "); }\n}\n");
            draft.declarations.add("contract " + type + " = \"C.sol:" + type + "\";");
            draft.setup.add(draft.name("governor") + " = new " + type + "(c) from alice;");
        }
        String changed = fee + kind.harmAt();
        Parameter x = Parameter.of("uint32", "x", 6);
        String collects = dice.of(
                "unchecked { " + used + " += x * uint256(" + changed + ") / 100; }",
                // Put back, so that nobody sees it after the step.
                width + " old = " + changed + ";\n" + changed + " = 1;\nunchecked { " + used + " += " + changed
                        + "; }\n" + changed + " = old;");
        if (inSetter) {
            draft.branching(draft.name("collect"), collects, x);
        } else {
            draft.function(draft.name("collect"), collects, x);
        }
        draft.claims.add(new Claim(
                draft.name("tuned"),
                "envelope " + draft.name("tuned") + ": on c." + draft.name("tune") + "*(...): " + kind.claimed()
                        + ";"));
        String keys = kind.keys().length == 0 ? "" : kind.keys()[0].name().equals("u") ? "msg.sender, " : "1, ";
        draft.weaknesses.add(
                inSetter
                        ? Weakness.of(fee + (kind.setAt().equals("[i]") ? "[1]" : kind.setAt()) + " = " + (most + 11)
                                        + ";")
                                .hosted()
                        : Weakness.of(dice.of(
                                changed + " = 3;",
                                changed + " = " + (most + 11) + ";",
                                "try this." + tune + "(" + keys + (most + 11) + ") {} catch { " + changed
                                        + " = 3; }")));
    }
}
