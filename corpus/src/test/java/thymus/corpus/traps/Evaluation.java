package thymus.corpus.traps;

import java.math.BigInteger;
import java.util.Map;

/** The value of an expression, as the EVM has it. */
final class Evaluation {
    private Evaluation() {}

    static BigInteger of(Expr expr, Map<String, BigInteger> arguments) {
        return switch (expr) {
            case Expr.Argument a -> arguments.get(a.name());
            case Expr.Constant c -> c.value();
            case Expr.Binary b -> binary(b.operator(), of(b.left(), arguments), of(b.right(), arguments));
            case Expr.Not n -> Expr.WORDS.subtract(BigInteger.ONE).subtract(of(n.operand(), arguments));
            case Expr.Narrow n -> of(n.operand(), arguments).mod(BigInteger.TWO.pow(n.bits()));
            case Expr.SignExtended s -> {
                BigInteger low = of(s.operand(), arguments).mod(BigInteger.TWO.pow(s.bits()));
                yield word(low.testBit(s.bits() - 1) ? low.subtract(BigInteger.TWO.pow(s.bits())) : low);
            }
            case Expr.Modular m -> {
                BigInteger left = of(m.left(), arguments);
                BigInteger right = of(m.right(), arguments);
                yield (m.product() ? left.multiply(right) : left.add(right)).mod(m.modulus());
            }
            case Expr.Choice c ->
                of(
                        of(c.left(), arguments).compareTo(of(c.right(), arguments)) < 0 ? c.then() : c.otherwise(),
                        arguments);
            case Expr.Byte b ->
                of(b.operand(), arguments).shiftRight(8 * (31 - b.index())).and(BigInteger.valueOf(255));
        };
    }

    private static BigInteger binary(Expr.Operator operator, BigInteger x, BigInteger y) {
        return switch (operator) {
            case ADD -> word(x.add(y));
            case SUBTRACT -> word(x.subtract(y));
            case MULTIPLY -> word(x.multiply(y));
            case DIVIDE -> x.divide(y);
            case MODULO -> x.mod(y);
            case POWER -> x.modPow(y, Expr.WORDS);
            case AND -> x.and(y);
            case OR -> x.or(y);
            case XOR -> x.xor(y);
            case SHIFT_LEFT -> word(x.shiftLeft(y.intValueExact()));
            case SHIFT_RIGHT -> x.shiftRight(y.intValueExact());
            case SIGNED_DIVIDE -> word(signed(x).divide(signed(y)));
            case SIGNED_MODULO -> word(signed(x).remainder(signed(y)));
            case SIGNED_SHIFT -> word(signed(x).shiftRight(y.intValueExact()));
        };
    }

    static BigInteger signed(BigInteger word) {
        return word.testBit(255) ? word.subtract(Expr.WORDS) : word;
    }

    static BigInteger word(BigInteger number) {
        return number.mod(Expr.WORDS);
    }
}
