package thymus.solver.property;

import thymus.solver.UnsupportedConstructException;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.spec.tree.Expr;

/** What an expression reads of the transaction that led to a state, and of those before it. */
interface TransactionReads {
    /** The value of a windowed aggregate. */
    IntTerm windowed(Expr.Windowed aggregate);

    /**
     * Whether the transaction is the same without a contract; false where that is not known.
     *
     * @throws UnsupportedConstructException if there is no call to compare
     */
    default BoolTerm sameWithout(Expr.SameWithout comparison) {
        throw new UnsupportedConstructException(
                comparison.span() + ": 'same as without' outside of a rule's condition");
    }
}
