package thymus.ci.guard;

/** Where in a guarded call an expression is read. */
sealed interface Moment {
    /** The snapshot is for {@code prev}, read when the call begins. */
    record End(Snapshot snapshot) implements Moment {}

    record Beginning() implements Moment {}

    /** Beside an event, before the step has settled. */
    record Midway() implements Moment {}
}
