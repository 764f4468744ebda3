package thymus.evm.state;

import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/**
 * The state of one account, one object per address for the life of a {@link World}; written through the world only, which
 * keeps the journal. An account without balance, nonce and code does not exist (EIP-161).
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

    /** The storage of an account, from its creation or its last deletion on. */
    static final class Slots {
        final WordMap<Slot> map = new WordMap<>();
        /** Whether slots that are not here yet are the origin's. */
        final boolean fromOrigin;

        Slots(boolean fromOrigin) {
            this.fromOrigin = fromOrigin;
        }
    }

    Account(Address address) {
        this.address = address;
    }

    public Address address() {
        return address;
    }

    /** In wei. */
    public Word balance() {
        return balance;
    }

    public long nonce() {
        return nonce;
    }

    public Bytecode code() {
        return code;
    }

    public boolean isEmpty() {
        return nonce == 0 && code.size() == 0 && balance.isZero();
    }

    boolean hasStorage() {
        boolean[] found = new boolean[1];
        slots.map.forEach((key, slot) -> found[0] |= !slot.value.isZero());
        return found[0];
    }
}
