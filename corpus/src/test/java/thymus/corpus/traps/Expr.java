package thymus.corpus.traps;

import java.math.BigInteger;

/**
 * An expression over words without checks, with three readings: the text of it in Solidity, its value, and, where the
 * language of specifications has the words for it, the text of it there.
 */
sealed interface Expr {
    BigInteger WORDS = BigInteger.TWO.pow(256);

    record Argument(String name) implements Expr {}

    record Constant(BigInteger value) implements Expr {}

    record Binary(Operator operator, Expr left, Expr right) implements Expr {}

    record Not(Expr operand) implements Expr {}

    /** The low bits, as {@code uintN(x)} keeps them. */
    record Narrow(int bits, Expr operand) implements Expr {}

    /** The low bits with their sign, as {@code intN(x)} keeps them. */
    record SignExtended(int bits, Expr operand) implements Expr {}

    /** {@code addmod} or {@code mulmod}. */
    record Modular(boolean product, Expr left, Expr right, BigInteger modulus) implements Expr {}

    record Choice(Expr left, Expr right, Expr then, Expr otherwise) implements Expr {}

    record Byte(int index, Expr operand) implements Expr {}

    enum Operator {
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        /** By a constant that is not 0. */
        DIVIDE("/"),
        MODULO("%"),
        /** By a small constant. */
        POWER("**"),
        AND("&"),
        OR("|"),
        XOR("^"),
        /** By a number below 256. */
        SHIFT_LEFT("<<"),
        SHIFT_RIGHT(">>"),
        /** Of numbers with sign: {@code sdiv}, {@code smod}, {@code sar}, by constants. */
        SIGNED_DIVIDE("/"),
        SIGNED_MODULO("%"),
        SIGNED_SHIFT(">>");

        final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        boolean signed() {
            return this == SIGNED_DIVIDE || this == SIGNED_MODULO || this == SIGNED_SHIFT;
        }

        /** Whether the right side is to be a constant that is not 0. */
        boolean byConstant() {
            return switch (this) {
                case DIVIDE, MODULO, POWER, SHIFT_LEFT, SHIFT_RIGHT, SIGNED_DIVIDE, SIGNED_MODULO, SIGNED_SHIFT -> true;
                case ADD, SUBTRACT, MULTIPLY, AND, OR, XOR -> false;
            };
        }

        boolean shifts() {
            return this == SHIFT_LEFT || this == SHIFT_RIGHT || this == SIGNED_SHIFT;
        }

        boolean bitwise() {
            return this == AND || this == OR || this == XOR;
        }
    }
}
