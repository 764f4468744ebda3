package thymus.harness.world;

import thymus.harness.word.Word;

/**
 * A storage slot. The transaction-scoped facts (value at the start, warm or not) carry the number of the transaction
 * they hold for, so that a new transaction has nothing to clear.
 */
final class Slot {
    Word value;
    private Word original = Word.ZERO;
    private long originalIn;
    private long warmIn;

    Slot(Word value) {
        this.value = value;
    }

    /** Must be asked before a transaction's first write. */
    Word original(long transaction) {
        if (originalIn != transaction) {
            originalIn = transaction;
            original = value;
        }
        return original;
    }

    boolean isWarm(long transaction) {
        return warmIn == transaction;
    }

    void setWarm(long transaction, boolean warm) {
        warmIn = warm ? transaction : 0;
    }
}
