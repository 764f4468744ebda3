package thymus.system.execution;

/**
 * The kinds of entries of a step into the system. An account with a key sends a transaction, which is one entry. An
 * attacker's contract may make several entries in one transaction of its owner, with shared transient storage
 * (EIP-1153). Ether that is forced into a contract enters none of its code.
 */
public enum Entry {
    /** A transaction that the sender itself sends: {@code tx.origin} is the sender. */
    DIRECT,
    /** The first, and often only, call of the sender, an attacker's contract, in a transaction. */
    BY_CONTRACT,
    /** A further call of the same contract in the transaction of the previous step. */
    SAME_TRANSACTION,
    /** A transaction that creates a contract which destroys itself: the target gets its ether, and is not called. */
    FORCED;

    public boolean isByContract() {
        return this == BY_CONTRACT || this == SAME_TRANSACTION;
    }
}
