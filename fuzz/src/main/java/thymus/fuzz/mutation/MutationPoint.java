package thymus.fuzz.mutation;

import java.util.List;
import thymus.evm.interpreter.Opcode;

/**
 * An instruction and what stands in its place or behind it.
 *
 * @param pc of the instruction
 * @param replacement instructions without immediate bytes; the height of the stack is as without the change
 * @param isAdded whether they follow the instruction, and do not replace it
 */
record MutationPoint(int pc, MutationOperator operator, List<Opcode> replacement, boolean isAdded) {
    MutationPoint(int pc, MutationOperator operator, List<Opcode> replacement) {
        this(pc, operator, replacement, false);
    }

    MutationPoint {
        replacement = List.copyOf(replacement);
    }
}
