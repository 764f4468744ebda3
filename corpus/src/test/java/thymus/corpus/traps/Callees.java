package thymus.corpus.traps;

import java.math.BigInteger;
import java.util.List;

/** Books beside a token or a feed whose code is left open. */
final class Callees implements Shape {
    private static final String CODE = """
            contract $T {
                mapping(address => uint256) public balanceOf;
                uint256 public price = 7;
                function mint(uint32 x) external { balanceOf[msg.sender] += x; }
                function set(uint256 p) external { price = p; }
                function transfer(address to, uint256 x) external $returns { move(msg.sender, to, x); $true }
                function transferFrom(address from, address to, uint256 x) external $returns {
                    move(from, to, x);
                    $true
                }
                function move(address from, address to, uint256 x) internal {
                    balanceOf[from] -= x;
                    balanceOf[to] += x$kept;
                }
            }
            """;

    @Override
    public void draw(Dice dice, Draft draft) {
        String behaviour = dice.of("erc20", "erc20", "erc20NoReturn", "feeOnTransfer", "erc4626", "pricefeed", "view");
        boolean silent = behaviour.equals("erc20NoReturn");
        boolean keeps = behaviour.equals("feeOnTransfer");
        String token = draft.name("t");
        String type = draft.name("Token");
        draft.contracts.add(CODE.replace("$T", type)
                .replace("$returns", silent ? "" : "returns (bool)")
                .replace("$true", silent ? "" : "return true;")
                .replace("$kept", keeps ? " - x / 100" : ""));
        draft.joined(token, type);
        draft.setup.add(token + ".mint(1000) from alice;");
        draft.declarations.add("callee " + token + " behaves " + behaviour + ";");
        String odd = draft.name("odd");
        draft.state.add("uint256 " + odd + ";");
        draft.invariant("fair", "c." + odd + " == 0");
        if (behaviour.equals("pricefeed") || behaviour.equals("view")) {
            prices(dice, draft, token, odd, behaviour.equals("view"));
        } else {
            switch (dice.below(keeps ? 2 : 4)) {
                case 0 -> deposits(dice, draft, new Coin(token, silent, keeps), odd);
                case 1 -> withdrawals(dice, draft, new Coin(token, silent, keeps), odd);
                default -> payments(dice, draft, new Coin(token, silent, keeps), odd);
            }
        }
    }

    /** How a token is called: what returns nothing, as libraries do. */
    private record Coin(String name, boolean silent, boolean keeps) {
        String balance(String account) {
            return name + ".balanceOf(" + account + ")";
        }

        /** Statements that leave in {@code ok} whether it worked. */
        String from(String payer, String payee, String amount) {
            return call("transferFrom(address,address,uint256)", payer + ", " + payee + ", " + amount);
        }

        String to(String payee, String amount) {
            return call("transfer(address,uint256)", payee + ", " + amount);
        }

        private String call(String signature, String arguments) {
            String accepted = silent ? "(data.length == 0 || abi.decode(data, (bool)))" : "abi.decode(data, (bool))";
            return "{\n(bool went, bytes memory data) = address(" + name + ").call(abi.encodeWithSignature(\""
                    + signature + "\", " + arguments + "));\nok = went && " + accepted + ";\n}\n";
        }
    }

    private static void deposits(Dice dice, Draft draft, Coin coin, String odd) {
        String shares = draft.name("shares");
        String total = draft.name("total");
        draft.state.addAll(List.of("mapping(address => uint256) " + shares + ";", "uint256 " + total + ";"));
        draft.invariant("books", "sum(c." + shares + ") == c." + total);
        boolean loose = !coin.keeps() && dice.chance(40);
        String move = !coin.silent() && !loose && dice.chance(50)
                ? "ok = " + coin.name() + ".transferFrom(msg.sender, address(this), x);\n"
                : coin.from("msg.sender", "address(this)", "x");
        draft.returning(
                draft.name("deposit"),
                "bool ok;\nuint256 bonus = 0;\nuint256 before = " + coin.balance("address(this)") + ";\n" + move
                        + Function.HERE + "\nrequire(ok);\nuint256 got = " + coin.balance("address(this)")
                        + " + bonus - before;\n" + shares + "[msg.sender] += got;\n" + total + " += got;\nif (got "
                        + (coin.keeps() ? "> x" : "!= x") + ") " + odd + " = 1;\nreturn got;",
                Parameter.of("uint256", "x", loose ? 5000 : 5));
        draft.weaknesses.add(Weakness.of(
                        loose
                                ? "ok = true;"
                                : coin.keeps()
                                        ? dice.of("bonus = 1;", shares + "[address(7)] += 1;")
                                        : dice.of(
                                                "bonus = 1;",
                                                total + " += 1;",
                                                coin.to("address(9)", "1") + "ok = true;"))
                .hosted());
    }

    private static void withdrawals(Dice dice, Draft draft, Coin coin, String odd) {
        String owed = draft.name("owed");
        draft.state.add("uint256 " + owed + " = 1000;");
        draft.setup.add(coin.name() + ".transfer(c, 500) from alice;");
        draft.returning(
                draft.name("withdraw"),
                "bool ok;\nuint256 before = " + coin.balance("address(this)") + ";\n" + owed + " -= x;\n"
                        + coin.to("msg.sender", "x") + "require(ok);\n" + Function.HERE + "\nif ("
                        + coin.balance("address(this)") + " != before - x) " + odd + " = 1;\nreturn x;",
                Parameter.of("uint256", "x", 5));
        draft.weaknesses.add(Weakness.of(dice.of(
                        coin.to("address(9)", "1"), "before += 1;", coin.from("address(this)", "msg.sender", "x")))
                .hosted());
    }

    /** Of others, or from the sender, with the parties held apart. */
    private static void payments(Dice dice, Draft draft, Coin coin, String odd) {
        boolean third = dice.chance(50);
        String look = third ? "address(777)" : "to";
        String apart = third ? "to != " + look + " && msg.sender != " + look : "to != msg.sender";
        BigInteger same = third ? BigInteger.valueOf(777) : Parties.ALICE;
        boolean dropped = dice.chance(60);
        draft.returning(
                draft.name("pay"),
                "bool ok;\nbool apart = " + apart + ";\nuint256 before = " + coin.balance(look) + ";\n"
                        + (dropped ? Function.HERE + "\n" : "") + "require(apart);\n"
                        + coin.from("msg.sender", "to", "x") + "require(ok);\n" + (dropped ? "" : Function.HERE + "\n")
                        + "if (" + coin.balance(look) + " != before" + (third ? "" : " + x") + ") " + odd
                        + " = 1;\nreturn x;",
                new Parameter("address", "to", dropped ? same : BigInteger.valueOf(99)),
                Parameter.of("uint256", "x", 5));
        draft.weaknesses.add(Weakness.of(dropped ? "apart = true;" : coin.from("msg.sender", look, "1"))
                .hosted());
    }

    private static void prices(Dice dice, Draft draft, String feed, String odd, boolean fickle) {
        String last = draft.name("last");
        draft.state.add("uint256 " + last + " = 7;");
        String again = fickle ? "p" : feed + ".price()";
        draft.returning(
                draft.name("note"),
                "uint256 p = " + feed + ".price();\nuint256 q = " + again + ";\n" + Function.HERE + "\nif (p != q) "
                        + odd + " = 1;\n" + last + " = p;\nreturn p;");
        draft.weaknesses.add(
                dice.chance(50)
                        ? Weakness.of(feed + ".set(p / 2 + 1);\nq = " + feed + ".price();")
                                .hosted()
                        : Weakness.of("if (p != " + last + ") " + odd + " = 1;")
                                .hosted()
                                .between(List.of(Call.at(feed, "set", BigInteger.valueOf(99))), List.of()));
    }
}
