package thymus.evm.jit;

import thymus.evm.interpreter.Opcode;
import thymus.evm.primitive.Word;

/** What stands on the operand stack while a block is being compiled. */
sealed interface OperandValue {
    record Constant(Word word) implements OperandValue {}

    /** @param index of a JVM local that holds a {@link Word} */
    record Local(int index) implements OperandValue {}

    /**
     * A comparison that nobody has asked for as a word yet: most are only jumped on.
     *
     * @param opcode LT, GT, SLT, SGT, EQ or ISZERO; of the last, both operands are the same
     */
    record Comparison(Opcode opcode, OperandValue left, OperandValue right) implements OperandValue {}
}
