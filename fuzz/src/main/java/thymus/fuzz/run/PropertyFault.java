package thymus.fuzz.run;

import thymus.fuzz.FuzzException;

/** A fault of Thymus while it judged one property: the others can be judged on. */
public final class PropertyFault extends FuzzException {
    private final int property;

    /** @param property its number */
    public PropertyFault(int property, Throwable cause) {
        super("judging a property failed: " + cause, cause);
        this.property = property;
    }

    int property() {
        return property;
    }
}
