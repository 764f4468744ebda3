package thymus.evm.trace;

import java.util.List;
import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/** A guarded trace of one execution: values in order, the guards that fix its path, and its result. */
record Trace(List<Entry> entries, Ending ending) {
    sealed interface Entry {
        /** A value that goes to the next register. */
        record Computed(Instruction instruction) implements Entry {}

        record Guarded(Guard guard, Outcome outcome) implements Entry {}
    }

    /** A condition on the state that decides the path. */
    sealed interface Guard {
        /** Asks whether a register is not zero. */
        record Truth(int register) implements Guard {}

        /** Asks for the value of a register. */
        record Content(int register) implements Guard {}

        /** Asks for the code of an account. */
        record Code(Address account) implements Guard {}
    }

    /** The required outcome of a guard. */
    sealed interface Outcome {
        record Truth(boolean truth) implements Outcome {}

        record Content(Word word) implements Outcome {}

        record Code(Bytecode code) implements Outcome {}
    }

    sealed interface Ending {
        /**
         * @param words the whole words of the returned data
         * @param size in bytes
         */
        record Returned(List<Instruction.Operand> words, int size) implements Ending {}

        /** The execution failed. The EVM must be asked for the reason. */
        record Reverted() implements Ending {}

        /** A trace cannot express the execution: it wrote state, came close to its gas limit, or was too long. */
        record Inexpressible() implements Ending {}
    }
}
