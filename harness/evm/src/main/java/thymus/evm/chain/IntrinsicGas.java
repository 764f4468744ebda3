package thymus.evm.chain;

import thymus.evm.EvmFork;
import thymus.evm.primitive.WordBytes;

/**
 * What a transaction costs whatever it does.
 *
 * @param due before it runs
 * @param floor what it pays at least when it has run (EIP-7623); 0 before Prague
 */
record IntrinsicGas(long due, long floor) {
    private static final long BASE = 21000;
    private static final long CREATION = 32000;
    private static final long NEW_ACCOUNT = 25000;

    static IntrinsicGas of(Transaction transaction, EvmFork fork) {
        long tokens = tokens(transaction.data());
        long due = BASE + 4 * tokens;
        if (transaction.to().isEmpty()) {
            // EIP-3860: two per word of init code.
            due += CREATION + 2L * ((transaction.data().length + 31) / 32);
        }
        for (Transaction.AccessEntry entry : transaction.accessList()) {
            due += 2400 + 1900L * entry.keys().size();
        }
        due += NEW_ACCOUNT * transaction.authorizations().size();
        return new IntrinsicGas(due, fork.includes(EvmFork.PRAGUE) ? BASE + 10 * tokens : 0);
    }

    /** The gas limit below which a transaction is not valid. */
    long needed() {
        return Math.max(due, floor);
    }

    /** A zero byte counts once, others four times. */
    private static long tokens(byte[] data) {
        long zeros = 0;
        int at = 0;
        for (; at + Long.BYTES <= data.length; at += Long.BYTES) {
            zeros += zeros(WordBytes.readLong(data, at));
        }
        for (; at < data.length; at++) {
            zeros += data[at] == 0 ? 1 : 0;
        }
        return 4L * data.length - 3 * zeros;
    }

    /** How many of its bytes are zero: the high bit of each byte says whether one of its bits is set. */
    private static int zeros(long bytes) {
        long low = 0x7f7f7f7f7f7f7f7fL;
        return Long.BYTES - Long.bitCount(((bytes & low) + low | bytes) & ~low);
    }
}
