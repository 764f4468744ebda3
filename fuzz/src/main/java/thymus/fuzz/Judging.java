package thymus.fuzz;

import thymus.spec.tree.Property;

/** When properties are judged. Rules and limits always are where they are triggered: they speak of what happens. */
public enum Judging {
    /** Every property after every transaction. */
    EVERY,
    /**
     * Invariants in the last state of a sequence only: faster, and blind to what is broken and healed in between. A break that
     * is seen is traced back to the first transaction after which the invariant was false.
     */
    END;

    public boolean judgesAfterEach(Property property) {
        return this == EVERY || !(property instanceof Property.Invariant);
    }
}
