package thymus.evm.state;

import thymus.evm.primitive.Word;

/**
 * A storage slot, one object for as long as the world has it; written through the world only, which keeps the journal. The
 * transaction-scoped facts (value at the start, warm or not) carry the number of the transaction they hold for, so that a new
 * transaction has nothing to clear.
 */
public final class Slot {
    Word value;
    long warmIn;
    private Word original = Word.ZERO;
    private long originalIn;

    Slot(Word value) {
        this.value = value;
    }

    public Word value() {
        return value;
    }

    /** Must be asked before a transaction's first write. */
    Word original(long transaction) {
        if (originalIn != transaction) {
            originalIn = transaction;
            original = value;
        }
        return original;
    }

    /** For a transaction that goes on. */
    void setOriginal(long transaction, Word value) {
        originalIn = transaction;
        original = value;
    }
}
