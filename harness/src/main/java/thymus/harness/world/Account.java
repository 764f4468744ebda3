package thymus.harness.world;

import java.util.HashMap;
import java.util.Map;
import thymus.harness.evm.Bytecode;
import thymus.harness.word.Word;

/**
 * The state of one account, one object per address for the life of a {@link World}; written through the world only, which
 * keeps the journal. An account without balance, nonce and code does not exist (EIP-161).
 */
public final class Account {
    final Address address;
    Word balance = Word.ZERO;
    long nonce;
    Bytecode code = Bytecode.EMPTY;
    Map<Word, Slot> slots = new HashMap<>();
    /** Whether slots that are not here yet are the origin's. */
    boolean hasOrigin;
    boolean alwaysWarm;
    long warmIn;
    long createdIn;
    long destroyedIn;

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
        return slots.values().stream().anyMatch(s -> !s.value.isZero());
    }
}
