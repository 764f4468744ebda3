package thymus.evm.jit;

import thymus.evm.interpreter.Opcode;
import thymus.evm.primitive.Word;

/** A value on the operand stack at compile time. */
sealed interface OperandValue {
    record Constant(Word word) implements OperandValue {}

    /** @param index of a JVM local that holds a {@link Word} */
    record Local(int index) implements OperandValue {}

    /**
     * A comparison whose word has not been needed yet; most comparisons are only branched on.
     *
     * @param opcode LT, GT, SLT, SGT, EQ or ISZERO; both operands of ISZERO are the same
     */
    record Comparison(Opcode opcode, OperandValue left, OperandValue right) implements OperandValue {}
}
