package thymus.spec.monitor;

/** A truth value of Kleene's strong three-valued logic, which allows unknown values (Kleene 1952). */
enum Kleene {
    FALSE,
    UNKNOWN,
    TRUE;

    static Kleene of(boolean truth) {
        return truth ? TRUE : FALSE;
    }

    Kleene negated() {
        return values()[TRUE.ordinal() - ordinal()];
    }
}
