package thymus.spec.check;

/** The context of an expression, which decides what it may speak of. */
enum Setting {
    SETUP("setup"),
    ADVERSARY("adversary"),
    PATTERN("a pattern"),
    DEFINITION("a definition"),
    FLOW("a flow"),
    FIRST_VALUE("the first value of a ghost"),
    UPDATE("an update of a ghost"),
    INVARIANT("an invariant"),
    RULE("a rule"),
    LIMIT("a limit"),
    LEMMA("a lemma"),
    ACTION("an action"),
    TRY("a try"),
    WITHIN("a 'within'");

    private final String words;

    Setting(String words) {
        this.words = words;
    }

    /** Only constants, actors and deployed contracts: nothing has run yet, or time is not a state. */
    boolean isConstant() {
        return this == SETUP || this == ADVERSARY || this == PATTERN || this == ACTION || this == TRY;
    }

    /** The arguments of transactions, which may be strings, lists of any length, and encoded calls. */
    boolean isTransaction() {
        return this == SETUP || this == ACTION || this == TRY;
    }

    boolean hasWindows() {
        return this == DEFINITION
                || this == INVARIANT
                || this == RULE
                || this == LIMIT
                || this == LEMMA
                || this == WITHIN;
    }

    @Override
    public String toString() {
        return words;
    }
}
