package thymus.evm;

/** A version of the protocol rules, in the order of activation. */
public enum EvmFork {
    CANCUN,
    PRAGUE,
    OSAKA;

    /** The earliest that is supported. */
    public static final EvmFork FIRST = CANCUN;

    public boolean includes(EvmFork earlier) {
        return compareTo(earlier) >= 0;
    }
}
