package thymus.spec.tree;

/** How tightly the forms of an expression bind, loosest first; the order of the grammar's alternatives. */
enum Precedence {
    QUANTIFIER,
    CONDITIONAL,
    IMPLICATION,
    DISJUNCTION,
    CONJUNCTION,
    SINCE,
    COMPARISON,
    SUM,
    PRODUCT,
    PREFIX,
    ATOM;

    Precedence tighter() {
        return values()[ordinal() + 1];
    }

    static Precedence of(Expr expr) {
        return switch (expr) {
            case Expr.ForAll e -> QUANTIFIER;
            case Expr.Conditional e -> CONDITIONAL;
            case Expr.Binary e -> of(e.operator());
            case Expr.Unary e -> e.operator() == UnaryOperator.ABSOLUTE ? ATOM : PREFIX;
            case Expr.IntegerLiteral e -> e.value().signum() < 0 ? PREFIX : ATOM;
            case Expr.Since e -> SINCE;
            case Expr.Leaf _, Expr.StateRead _, Expr.Temporal _, Expr.EncodedCall _, Expr.Sequence _ -> ATOM;
        };
    }

    static Precedence of(BinaryOperator operator) {
        return switch (operator) {
            case ADD, SUBTRACT -> SUM;
            case MULTIPLY, DIVIDE, MODULO -> PRODUCT;
            case MINIMUM, MAXIMUM -> ATOM;
            case LESS, LESS_OR_EQUAL, EQUAL, NOT_EQUAL -> COMPARISON;
            case AND -> CONJUNCTION;
            case OR -> DISJUNCTION;
            case IMPLIES -> IMPLICATION;
        };
    }
}
