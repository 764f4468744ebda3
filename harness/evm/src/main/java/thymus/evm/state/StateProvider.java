package thymus.evm.state;

import java.util.Optional;
import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/**
 * The origin of accounts and slots that a world has not seen yet: nothing, a fork of a live chain, or a genesis
 * allocation. Its answers never change. A world asks once per account and slot and keeps the answer across rollbacks.
 * For one thread.
 */
public interface StateProvider {
    /** Every account is empty. */
    StateProvider NOTHING = new StateProvider() {
        @Override
        public Optional<Found> account(Address address) {
            return Optional.empty();
        }

        @Override
        public Word storage(Address address, Word slot) {
            return Word.ZERO;
        }
    };

    /**
     * An account in the state of the origin.
     *
     * @param balance in wei
     */
    record Found(Word balance, long nonce, Bytecode code) {}

    /** The account; empty if there is none. */
    Optional<Found> account(Address address);

    /** The value of a slot; zero if it was never written. */
    Word storage(Address address, Word slot);
}
