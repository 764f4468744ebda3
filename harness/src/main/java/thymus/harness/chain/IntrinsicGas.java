package thymus.harness.chain;

import thymus.harness.evm.EvmFork;

/** What a transaction costs before it runs, and what it costs at least. */
final class IntrinsicGas {
    private static final long BASE = 21000;
    private static final long CREATION = 32000;
    private static final long NEW_ACCOUNT = 25000;

    private IntrinsicGas() {}

    static long of(Transaction transaction) {
        long gas = BASE + 4 * tokens(transaction.data());
        if (transaction.to().isEmpty()) {
            // EIP-3860: two per word of init code.
            gas += CREATION + 2L * ((transaction.data().length + 31) / 32);
        }
        for (Transaction.AccessEntry entry : transaction.accessList()) {
            gas += 2400 + 1900L * entry.keys().size();
        }
        return gas + NEW_ACCOUNT * transaction.authorizations().size();
    }

    /** EIP-7623: what a transaction with much data pays at least. */
    static long floor(Transaction transaction, EvmFork fork) {
        return fork.includes(EvmFork.PRAGUE) ? BASE + 10 * tokens(transaction.data()) : 0;
    }

    /** A zero byte counts once, others four times. */
    private static long tokens(byte[] data) {
        long tokens = 0;
        for (byte b : data) {
            tokens += b == 0 ? 1 : 4;
        }
        return tokens;
    }
}
