package thymus.ci.guard;

/** What a larger number of what is counted may do to a condition that has to be true. */
enum GuardPolarity {
    /** It has to be true: it may be found false too often. */
    TRUE,
    /** It has to be false: it may be found true too often. */
    FALSE,
    /** It has to be known exactly. */
    EXACT;

    GuardPolarity flipped() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case EXACT -> EXACT;
        };
    }
}
