package thymus.evm.interpreter;

import thymus.evm.EvmFork;

/** What is particular to some rows of the opcode table; the others have the default of each column. */
sealed interface Trait permits Exit, Trait.Since, Trait.Most, Trait.Memory, Trait.ExactGas, Trait.Computes {
    record Since(EvmFork fork) implements Trait {}

    /** @param gas the most that it costs beside the static gas and what goes by length */
    record Most(long gas) implements Trait {}

    /**
     * It may make memory grow.
     *
     * @param length the index of the operand that is a length; without meaning where no gas goes by it
     * @param gasPerWord the most for 32 bytes of that length
     */
    record Memory(int length, long gasPerWord) implements Trait {}

    /** Its handler looks at the gas that is left. */
    record ExactGas() implements Trait {}

    /** What it computes, where its handler is more than that because it is priced by its operands. */
    record Computes(WordOperation.Binary operation) implements Trait {}
}
