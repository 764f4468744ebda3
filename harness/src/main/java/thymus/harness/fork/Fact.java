package thymus.harness.fork;

import thymus.harness.evm.Bytecode;
import thymus.harness.word.Word;
import thymus.harness.world.Address;

/** Something that a node has said of a state. */
sealed interface Fact {
    /** Whether it was proved against the state root of the block. */
    boolean proved();

    /** An account; all zero where there is none. */
    record OfAccount(Address address, long nonce, Word balance, Bytecode code, boolean proved) implements Fact {}

    record OfSlot(ForkState.Place place, Word value, boolean proved) implements Fact {}

    /** The hash of an earlier block, which no state root speaks of. */
    record OfBlock(long number, Word hash) implements Fact {
        @Override
        public boolean proved() {
            return false;
        }
    }
}
