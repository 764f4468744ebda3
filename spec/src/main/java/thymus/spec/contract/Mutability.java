package thymus.spec.contract;

/** What a function may do to the state, as its ABI says. */
public enum Mutability {
    PURE,
    VIEW,
    NONPAYABLE,
    PAYABLE;

    public boolean changesState() {
        return this == NONPAYABLE || this == PAYABLE;
    }
}
