package thymus.evm.state;

import thymus.evm.primitive.Word;

/**
 * A storage slot; one object as long as the world has it. Only the world writes it, because it keeps the journal. The
 * transaction-scoped facts (value at the start, warm or not) carry the number of their transaction. A new transaction
 * therefore has nothing to clear.
 */
public final class Slot {
    Word value;
    long warmIn;
    private Word original = Word.ZERO;
    private long originalIn;

    Slot(Word value) {
        this.value = value;
    }

    /** The current value. */
    public Word value() {
        return value;
    }

    /** Must be called before a transaction's first write. */
    Word original(long transaction) {
        if (originalIn != transaction) {
            originalIn = transaction;
            original = value;
        }
        return original;
    }

    /** Restores the fact for a transaction that resumes. */
    void setOriginal(long transaction, Word value) {
        originalIn = transaction;
        original = value;
    }
}
