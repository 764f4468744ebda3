package thymus.solver.property;

import java.util.List;
import java.util.function.Predicate;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Variable;

/**
 * The encoding of {@code forall}. A goal has a new unknown for the variable, so a proof covers all values. A hypothesis
 * has instances of the body at chosen values. This is weaker, so it may lose proofs but is sound.
 */
public sealed interface Quantifiers {
    /** @param isPremise whether the quantifier occurs negatively and is encoded as in a hypothesis */
    record Goal(Predicate<Expr.ForAll> isPremise) implements Quantifiers {
        /** The encoding for a condition without premises. */
        public static final Goal POSITIVE = new Goal(quantifier -> false);
    }

    record Hypothesis(Instances instances) implements Quantifiers {}

    /** Chooses the values. */
    interface Instances {
        List<IntTerm> of(Variable variable, Interval range);
    }
}
