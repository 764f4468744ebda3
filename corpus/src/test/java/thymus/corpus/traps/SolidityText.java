package thymus.corpus.traps;

import java.math.BigInteger;

/** An expression as Solidity has it, of type uint256; to stand in {@code unchecked}. */
final class SolidityText {
    private SolidityText() {}

    static String of(Expr expr) {
        return switch (expr) {
            case Expr.Argument a -> a.name();
            case Expr.Constant c -> number(c.value());
            case Expr.Binary b when b.operator().signed() -> signed(b);
            case Expr.Binary b -> "(" + of(b.left()) + " " + b.operator().sign + " " + of(b.right()) + ")";
            case Expr.Not n -> "(~" + of(n.operand()) + ")";
            case Expr.Narrow n -> "uint256(uint" + n.bits() + "(" + of(n.operand()) + "))";
            case Expr.SignExtended s ->
                "uint256(int256(int" + s.bits() + "(uint" + s.bits() + "(" + of(s.operand()) + "))))";
            case Expr.Modular m ->
                (m.product() ? "mulmod(" : "addmod(") + of(m.left()) + ", " + of(m.right()) + ", " + number(m.modulus())
                        + ")";
            case Expr.Choice c ->
                "(" + of(c.left()) + " < " + of(c.right()) + " ? " + of(c.then()) + " : " + of(c.otherwise()) + ")";
            case Expr.Byte b -> "uint256(uint8(bytes32(" + of(b.operand()) + ")[" + b.index() + "]))";
        };
    }

    private static String signed(Expr.Binary b) {
        String right = b.operator().shifts() ? of(b.right()) : "int256(" + of(b.right()) + ")";
        return "uint256(int256(" + of(b.left()) + ") " + b.operator().sign + " " + right + ")";
    }

    /** With its type: two literals would be folded into one of no type, with other rules. */
    static String number(BigInteger value) {
        return "uint256(" + value + ")";
    }
}
