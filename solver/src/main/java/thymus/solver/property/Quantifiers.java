package thymus.solver.property;

import java.util.List;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.spec.tree.Variable;

/**
 * How {@code forall} is read. In a goal the variable is an unknown of its own: what holds of it holds of all. In a
 * hypothesis the body is taken for chosen values: fewer than all, so a proof that needs more is not found, never wrong.
 */
public sealed interface Quantifiers {
    record Goal() implements Quantifiers {}

    record Hypothesis(Instances instances) implements Quantifiers {}

    /** Chooses the values. */
    interface Instances {
        List<IntTerm> of(Variable variable, Interval range);
    }
}
