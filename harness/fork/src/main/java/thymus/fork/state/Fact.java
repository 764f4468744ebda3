package thymus.fork.state;

import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/** A node's statement about a state. */
sealed interface Fact {
    /** Returns whether it was proved against the state root of the block. */
    boolean proved();

    /** An account; all fields are zero if there is none. */
    record OfAccount(Address address, long nonce, Word balance, Bytecode code, boolean proved) implements Fact {}

    record OfSlot(ForkState.Place place, Word value, boolean proved) implements Fact {}

    /** The hash of an earlier block. It is proved by the chain of parent hashes, not by the state root. */
    record OfBlock(long number, Word hash, boolean proved) implements Fact {}
}
