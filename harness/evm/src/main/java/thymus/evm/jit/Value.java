package thymus.evm.jit;

import thymus.evm.interpreter.Opcode;
import thymus.evm.primitive.Word;

/** What stands on the operand stack while a block is being compiled. */
sealed interface Value {
    record Constant(Word word) implements Value {}

    /** @param index of a JVM local that holds a {@link Word} */
    record Local(int index) implements Value {}

    /**
     * A comparison that nobody has asked for as a word yet: most are only jumped on.
     *
     * @param opcode LT, GT, SLT, SGT, EQ or ISZERO; of the last, both operands are the same
     */
    record Comparison(Opcode opcode, Value left, Value right) implements Value {}
}
