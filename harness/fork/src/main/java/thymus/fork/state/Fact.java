package thymus.fork.state;

import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/** Something that a node has said of a state. */
sealed interface Fact {
    /** Whether it was proved against the state root of the block. */
    boolean proved();

    /** An account; all zero where there is none. */
    record OfAccount(Address address, long nonce, Word balance, Bytecode code, boolean proved) implements Fact {}

    record OfSlot(ForkState.Place place, Word value, boolean proved) implements Fact {}

    /** The hash of an earlier block. No state root speaks of it; headers that name their parents prove it. */
    record OfBlock(long number, Word hash, boolean proved) implements Fact {}
}
