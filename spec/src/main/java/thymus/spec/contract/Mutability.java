package thymus.spec.contract;

/** The changes of the state that a function may make, according to its ABI. */
public enum Mutability {
    PURE,
    VIEW,
    NONPAYABLE,
    PAYABLE;

    public boolean changesState() {
        return this == NONPAYABLE || this == PAYABLE;
    }
}
