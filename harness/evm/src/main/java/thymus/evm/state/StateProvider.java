package thymus.evm.state;

import java.util.Optional;
import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/**
 * Where a world finds what it has not seen yet: nowhere, a fork of a live chain, or an allocation. What it answers never
 * changes; a world asks once for each account and slot and keeps the answer, whatever is rolled back. For one thread.
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
     * An account as it stands there.
     *
     * @param balance in wei
     */
    record Found(Word balance, long nonce, Bytecode code) {}

    /** The account; empty where there is none. */
    Optional<Found> account(Address address);

    /** The value of a slot, zero where nothing was ever written. */
    Word storage(Address address, Word slot);
}
