package thymus.spec.tree;

/** DIVIDE is floor division and MODULO its remainder. A zero divisor makes the property an error. */
public enum BinaryOperator {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    MODULO,
    MINIMUM,
    MAXIMUM,
    LESS,
    LESS_OR_EQUAL,
    EQUAL,
    NOT_EQUAL,
    AND,
    OR,
    IMPLIES;

    public boolean isTruth() {
        return ordinal() >= LESS.ordinal();
    }
}
