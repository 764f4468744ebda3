package thymus.evm.trace;

import java.util.List;
import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/** One execution as a formula: values in order, what they had to be for it to go this way, and what came of it. */
record Trace(List<Entry> entries, Ending ending) {
    sealed interface Entry {
        /** A value, for the next register. */
        record Computed(Instruction instruction) implements Entry {}

        record Guarded(Guard guard, Outcome outcome) implements Entry {}
    }

    /** A question about the state on which the way depends. */
    sealed interface Guard {
        /** Whether a register is other than zero. */
        record Truth(int register) implements Guard {}

        /** What is in a register. */
        record Content(int register) implements Guard {}

        /** Which code an account has. */
        record Code(Address account) implements Guard {}
    }

    /** The answer to a guard. */
    sealed interface Outcome {
        record Truth(boolean truth) implements Outcome {}

        record Content(Word word) implements Outcome {}

        record Code(Bytecode code) implements Outcome {}
    }

    sealed interface Ending {
        /**
         * @param words the whole words of what is returned
         * @param size in bytes
         */
        record Returned(List<Instruction.Operand> words, int size) implements Ending {}

        /** Failed; why is the EVM's to say. */
        record Reverted() implements Ending {}

        /** Nothing that a formula can say: it wrote, or ran short of gas, or was too long. */
        record Inexpressible() implements Ending {}
    }
}
