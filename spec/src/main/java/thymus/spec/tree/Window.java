package thymus.spec.tree;

/** Which past transactions an aggregate covers. */
public sealed interface Window {
    /** Those with time in (now - seconds, now]. */
    record Last(Expr seconds) implements Window {}

    /** All since setup. */
    record Ever() implements Window {}
}
