package thymus.evm.interpreter;

import thymus.evm.primitive.Word;

/**
 * The function from operands to result of a pure instruction, the top of the stack first. The interpreter's tests,
 * symbolic execution and the compiler share this one description.
 */
public sealed interface WordOperation {
    /**
     * Computes the result.
     *
     * @param operands as many as the instruction pops, the top of the stack first
     */
    Word apply(Word... operands);

    /** One operand. */
    @FunctionalInterface
    non-sealed interface Unary extends WordOperation {
        Word of(Word x);

        @Override
        default Word apply(Word... operands) {
            return of(operands[0]);
        }
    }

    /** Two operands. */
    @FunctionalInterface
    non-sealed interface Binary extends WordOperation {
        Word of(Word x, Word y);

        @Override
        default Word apply(Word... operands) {
            return of(operands[0], operands[1]);
        }
    }

    /** Three operands. */
    @FunctionalInterface
    non-sealed interface Ternary extends WordOperation {
        Word of(Word x, Word y, Word z);

        @Override
        default Word apply(Word... operands) {
            return of(operands[0], operands[1], operands[2]);
        }
    }
}
