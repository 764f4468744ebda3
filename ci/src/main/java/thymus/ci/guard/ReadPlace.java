package thymus.ci.guard;

/** The place in a guarded call at which an expression is read. */
sealed interface ReadPlace {
    /** The snapshot is for {@code prev}, read when the call begins. */
    record End(Snapshot snapshot) implements ReadPlace {}

    record Beginning() implements ReadPlace {}

    /** Beside an event, before the step has settled. */
    record Midway() implements ReadPlace {}
}
