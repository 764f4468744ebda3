package thymus.fuzz;

import thymus.spec.tree.Property;

/**
 * The states in which the campaign judges invariants. Rules and limits are always judged at their triggers, because
 * they are about events.
 */
public enum Judging {
    /** The campaign judges every property after every transaction. */
    EVERY,
    /**
     * The campaign judges invariants only in the last state of a sequence. This is faster, but misses a violation that
     * a later transaction undoes. A violation is traced back to the first transaction after which the invariant is
     * false.
     */
    END;

    public boolean judgesAfterEach(Property property) {
        return this == EVERY || !(property instanceof Property.Invariant);
    }
}
