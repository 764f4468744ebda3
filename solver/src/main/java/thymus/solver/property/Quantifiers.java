package thymus.solver.property;

import java.util.List;
import java.util.function.Predicate;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Variable;

/**
 * How {@code forall} is read. In a goal the variable is an unknown of its own: what holds of it holds of all. In a
 * hypothesis the body is taken for chosen values: fewer than all, so a proof that needs more is not found, never wrong.
 */
public sealed interface Quantifiers {
    /** @param isPremise whether the quantifier stands where its falsehood helps: it is read as in a hypothesis */
    record Goal(Predicate<Expr.ForAll> isPremise) implements Quantifiers {
        /** For a condition without premises. */
        public static final Goal POSITIVE = new Goal(quantifier -> false);
    }

    record Hypothesis(Instances instances) implements Quantifiers {}

    /** Chooses the values. */
    interface Instances {
        List<IntTerm> of(Variable variable, Interval range);
    }
}
