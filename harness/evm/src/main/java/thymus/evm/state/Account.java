package thymus.evm.state;

import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/**
 * The state of one account; one object per address for the life of a {@link World}. Only the world writes it, because
 * it keeps the journal. An account without balance, nonce and code does not exist (EIP-161).
 */
public final class Account {
    final Address address;
    Word balance = Word.ZERO;
    long nonce;
    Bytecode code = Bytecode.EMPTY;
    Slots slots = new Slots(false);
    boolean alwaysWarm;
    long warmIn;
    long createdIn;
    long destroyedIn;

    /** The storage of an account since its creation or its last deletion. */
    static final class Slots {
        final WordMap<Slot> map = new WordMap<>();
        /** True if the origin has the values of slots that are not here yet. */
        final boolean fromOrigin;

        Slots(boolean fromOrigin) {
            this.fromOrigin = fromOrigin;
        }
    }

    Account(Address address) {
        this.address = address;
    }

    /** The address of the account. */
    public Address address() {
        return address;
    }

    /** The balance in wei. */
    public Word balance() {
        return balance;
    }

    /** The nonce, unsigned. */
    public long nonce() {
        return nonce;
    }

    /** The code; empty for an account without a contract. */
    public Bytecode code() {
        return code;
    }

    /** Returns whether balance, nonce and code are empty, so that the account does not exist (EIP-161). */
    public boolean isEmpty() {
        return nonce == 0 && code.size() == 0 && balance.isZero();
    }

    boolean hasStorage() {
        boolean[] found = new boolean[1];
        slots.map.forEach((key, slot) -> found[0] |= !slot.value.isZero());
        return found[0];
    }
}
