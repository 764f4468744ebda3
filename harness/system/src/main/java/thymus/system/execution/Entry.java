package thymus.system.execution;

/**
 * How a step enters the system. An account whose key somebody has sends a transaction that is one entry; an attacker's contract
 * may make several in one transaction that its owner sends, with transient storage (EIP-1153) carried over between them.
 */
public enum Entry {
    /** A transaction of the sender's own: {@code tx.origin} is the sender. */
    DIRECT,
    /** The first call that the sender, an attacker's contract, makes in a transaction; often the only one. */
    BY_CONTRACT,
    /** One more call of the same contract in the transaction of the step before. */
    SAME_TRANSACTION;

    public boolean isByContract() {
        return this != DIRECT;
    }
}
