package thymus.corpus.traps;

/** A contract that keeps books for another one, or is asked by it. */
final class Callers implements Shape {
    @Override
    public void draw(Dice dice, Draft draft) {
        String bank = draft.name("bank");
        String type = draft.name("Bank");
        String issued = draft.name("issued");
        String value = dice.of("uint256", "uint128", "uint64");
        draft.contracts.add("""
                contract $Bank {
                    mapping(address => $value) bal;
                    $value total;
                    address boss;
                    function own(address to) external { require(boss == address(0)); boss = to; }
                    function add(address to, uint32 x) external {
                        require(msg.sender == boss, "boss"); bal[to] += x; total += x;
                    }
                    function sub(address to, uint32 x) external {
                        require(msg.sender == boss, "boss"); bal[to] -= x; total -= x;
                    }
                    function sum() external view returns (uint256) { return total; }
                }
                """.replace("$Bank", type).replace("$value", value));
        draft.state.add(type + " " + bank + ";");
        draft.state.add("uint256 " + issued + ";");
        draft.declarations.add("contract " + type + " = \"C.sol:" + type + "\";");
        draft.setup.add(bank + " = new " + type + "() from alice;");
        draft.setup.add(bank + ".own(c) from alice;");
        draft.setUp(draft.name("join") + "(" + bank + ")");
        draft.branching(
                draft.name("join"),
                "require(address(" + bank + ") == address(0));\n" + bank + " = b;",
                new Parameter(type, "b", java.math.BigInteger.ONE));
        Parameter x = Parameter.of("uint32", "x", 4);
        boolean asks = dice.chance(50);
        draft.function(
                draft.name("issue"),
                (asks ? "require(" + bank + ".sum() + x <= 5000);\n" : "") + issued + " += x;\n" + bank
                        + ".add(to, x);",
                Parameter.of("address", "to", 9),
                x);
        draft.function(
                draft.name("redeem"),
                issued + " -= x;\n" + bank + ".sub(msg.sender, x);",
                Parameter.of("uint32", "x", 0));
        draft.invariant("books", bank + ".total == c." + issued);
        draft.invariant("shares", "sum(" + bank + ".bal) == " + bank + ".total");
        if (asks) {
            draft.invariant("few", bank + ".sum() <= 5000");
        }
        draft.weaknesses.add(Weakness.of(issued + " += 1;"));
        draft.weaknesses.add(Weakness.of(bank + ".add(msg.sender, 1);").ofItsOwn());
    }
}
