package thymus.evm;

/** A version of the protocol rules, in the order of activation. */
public enum EvmFork {
    CANCUN,
    PRAGUE,
    OSAKA;

    /** The earliest supported fork. */
    public static final EvmFork FIRST = CANCUN;

    /** Returns whether this fork is the given one or a later one. */
    public boolean includes(EvmFork earlier) {
        return compareTo(earlier) >= 0;
    }
}
