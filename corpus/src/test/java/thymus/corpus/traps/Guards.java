package thymus.corpus.traps;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import thymus.evm.primitive.Keccak;

/** Random conditions. */
final class Guards {
    private final Dice dice;

    Guards(Dice dice) {
        this.dice = dice;
    }

    Guard hard() {
        return switch (dice.below(7)) {
            case 0, 1 -> primes();
            case 2 -> hash();
            case 3 -> stored(dice.chance(50) ? primes() : hash());
            case 4 -> preimage();
            default -> formula();
        };
    }

    /** What a fuzzer is to meet within some hundred transactions. */
    Guard easy() {
        Parameter x = Parameter.of("uint256", "gx", 7);
        return switch (dice.below(3)) {
            case 0 -> easy("gx == 7", List.of(x));
            case 1 -> easy("gx != 0 && gx % 7 == 0", List.of(x));
            default -> easy("uint8(gx) < 100", List.of(x));
        };
    }

    private static Guard easy(String condition, List<Parameter> parameters) {
        return new Guard("easy", parameters, List.of(), List.of(), List.of(), condition, List.of(), true);
    }

    private Guard primes() {
        int bits = dice.between(30, 39);
        BigInteger p = dice.prime(bits);
        BigInteger q = dice.prime(bits);
        String type = dice.of("uint256", "uint256", "uint128", "uint40");
        List<Parameter> factors = List.of(new Parameter(type, "gp", p), new Parameter(type, "gq", q));
        String product = type.equals("uint40") ? "uint256(gp) * gq" : "gp * gq";
        String small = type.equals("uint40") ? "" : " && gp < 2**40 && gq < 2**40";
        return Guard.of("primes", "gp > 1 && gq > 1" + small + " && " + product + " == " + p.multiply(q), factors);
    }

    private Guard hash() {
        BigInteger x = dice.bits(256);
        String type = dice.of("uint256", "bytes32");
        String hashed = dice.of("abi.encode(gx)", "abi.encodePacked(gx)", "abi.encode(gx, uint256(7))");
        byte[] bytes = hashed.contains("7") ? Words.bytes(x, BigInteger.valueOf(7)) : Words.bytes(x);
        return Guard.of(
                "hash",
                "keccak256(" + hashed + ") == 0x" + hex(Keccak.hash(bytes).toBigInteger()),
                List.of(new Parameter(type, "gx", x)));
    }

    /** A hash of what a hash is made of. */
    private Guard preimage() {
        BigInteger x = dice.bits(160);
        BigInteger key = Keccak.hash(Words.bytes(x)).toBigInteger();
        int shift = dice.between(1, 100);
        return Guard.of(
                "hash of part",
                "uint256(keccak256(abi.encode(uint160(gx)))) >> " + shift + " == " + key.shiftRight(shift),
                List.of(new Parameter("uint256", "gx", x.add(BigInteger.TWO.pow(200)))));
    }

    /** Set in one transaction, used in a later one. */
    private Guard stored(Guard inner) {
        record Lock(String declaration, String opening, String test) {}
        Lock lock = dice.of(
                new Lock("bool gopen;", "gopen = true;", "gopen"),
                new Lock("uint256 gopen;", "gopen = 77;", "gopen == 77"),
                new Lock("int64 gopen;", "gopen = -3;", "gopen < 0"),
                new Lock("mapping(address => bool) gopen;", "gopen[msg.sender] = true;", "gopen[msg.sender]"),
                new Lock("uint8[70] gopen;", "gopen[66] = 9;", "gopen[66] == 9"),
                new Lock(
                        "struct G { uint32 a; bytes4 b; } G gopen;", "gopen.b = 0x01020304;", "gopen.b == 0x01020304"));
        Function open = new Function(
                "unlock", inner.parameters(), "", "require(" + inner.condition() + ");\n" + lock.opening(), false);
        return new Guard(
                "stored " + inner.kind(),
                List.of(),
                List.of(lock.declaration()),
                List.of(),
                List.of(open),
                lock.test(),
                List.of(open.call()),
                false);
    }

    /** A random expression has the value that it has for random arguments; mostly with the primes. */
    private Guard formula() {
        BigInteger x = dice.word(256);
        BigInteger y = dice.bits(256);
        Map<String, BigInteger> samples = new HashMap<>(Map.of("gx", x, "gy", y));
        Expr expr = new Expressions(dice, List.of("gx", "gy"), false).draw(dice.between(2, 4));
        BigInteger value = Evaluation.of(expr, samples);
        Guard primes = primes();
        List<Parameter> parameters =
                new ArrayList<>(List.of(new Parameter("uint256", "gx", x), new Parameter("uint256", "gy", y)));
        parameters.addAll(primes.parameters());
        String helper = "function gate(uint256 gx, uint256 gy) internal pure returns (uint256) {\n"
                + "        unchecked { return " + SolidityText.of(expr) + "; }\n    }";
        String condition = "gate(gx, gy) == " + value;
        return new Guard(
                "formula",
                parameters,
                List.of(),
                List.of(helper),
                List.of(),
                dice.chance(50) ? condition + " && " + primes.condition() : primes.condition() + " && " + condition,
                List.of(),
                false);
    }

    private static String hex(BigInteger word) {
        return String.format("%064x", word);
    }
}
