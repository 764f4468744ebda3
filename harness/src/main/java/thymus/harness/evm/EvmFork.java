package thymus.harness.evm;

/** A version of the protocol rules, in the order of activation. */
public enum EvmFork {
    CANCUN, PRAGUE, OSAKA;

    public boolean includes(EvmFork earlier) {
        return compareTo(earlier) >= 0;
    }
}
