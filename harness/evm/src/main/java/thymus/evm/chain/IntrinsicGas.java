package thymus.evm.chain;

import thymus.evm.EvmFork;
import thymus.evm.primitive.WordBytes;

/**
 * The gas that a transaction costs regardless of what it executes.
 *
 * @param due charged before execution
 * @param floor the minimum charged after execution (EIP-7623); 0 before Prague
 */
record IntrinsicGas(long due, long floor) {
    private static final long BASE = 21000;
    private static final long CREATION = 32000;
    private static final long NEW_ACCOUNT = 25000;

    static IntrinsicGas of(Transaction transaction, EvmFork fork) {
        long tokens = tokens(transaction.data());
        long due = BASE + 4 * tokens;
        if (transaction.to().isEmpty()) {
            // EIP-3860: two gas per word of init code.
            due += CREATION + 2L * ((transaction.data().length + 31) / 32);
        }
        for (Transaction.AccessEntry entry : transaction.accessList()) {
            due += 2400 + 1900L * entry.keys().size();
        }
        due += NEW_ACCOUNT * transaction.authorizations().size();
        return new IntrinsicGas(due, fork.includes(EvmFork.PRAGUE) ? BASE + 10 * tokens : 0);
    }

    /** The lowest gas limit of a valid transaction. */
    long needed() {
        return Math.max(due, floor);
    }

    /** A zero byte counts as one token, any other byte as four. */
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

    /** The number of zero bytes; the high bit of each byte is made to say whether any of its bits is set. */
    private static int zeros(long bytes) {
        long low = 0x7f7f7f7f7f7f7f7fL;
        return Long.BYTES - Long.bitCount(((bytes & low) + low | bytes) & ~low);
    }
}
