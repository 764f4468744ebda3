package thymus.spec.tree;

public enum UnaryOperator {
    NEGATE,
    NOT,
    ABSOLUTE
}
