package thymus.fuzz.run;

import thymus.fuzz.FuzzException;

/** Thymus failed while it judged one property. The other properties can still be judged. */
public final class PropertyFault extends FuzzException {
    private final int property;

    /** @param property its index */
    public PropertyFault(int property, Throwable cause) {
        super("judging a property failed: " + cause, cause);
        this.property = property;
    }

    int property() {
        return property;
    }
}
