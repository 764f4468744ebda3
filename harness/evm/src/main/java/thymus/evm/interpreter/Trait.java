package thymus.evm.interpreter;

import thymus.evm.EvmFork;

/** A property of some rows of the opcode table. Other rows have the default of the column. */
sealed interface Trait permits Exit, Trait.Since, Trait.Most, Trait.Memory, Trait.ExactGas, Trait.Computes {
    record Since(EvmFork fork) implements Trait {}

    /**
     * The upper bound of the dynamic gas.
     *
     * @param gas the most beside the static gas and gas per length
     */
    record Most(long gas) implements Trait {}

    /**
     * The instruction can grow the memory.
     *
     * @param length the index of the length operand; meaningless if {@code gasPerWord} is zero
     * @param gasPerWord the most gas per 32 bytes of that length
     */
    record Memory(int length, long gasPerWord) implements Trait {}

    /** The handler reads the gas that is left. */
    record ExactGas() implements Trait {}

    /** The pure function behind a handler that also charges gas by its operands. */
    record Computes(WordOperation.Binary operation) implements Trait {}
}
