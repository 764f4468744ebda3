package thymus.solver.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import thymus.solver.property.ProofObligation;
import thymus.solver.smt.SmtResult;
import thymus.solver.smt.SmtSolver;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.Terms;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;
import thymus.spec.tree.Trigger;

/**
 * Determines whether the trigger of a property can happen in the searched sequences. A search without it is vacuous.
 */
final class Triggers {
    private final Terms terms;
    private final SmtSolver solver;
    private OptionalInt first = OptionalInt.empty();

    Triggers(Terms terms, SmtSolver solver) {
        this.terms = terms;
        this.solver = solver;
    }

    /**
     * Returns whether the property claims that something never happens. An unreachable trigger is then the proof, not a
     * doubt.
     */
    static boolean saysNever(Property property) {
        // The failures that are none of those that are meant are not among the transactions.
        boolean isProhibition = property instanceof Property.Rule rule && rule.trigger() instanceof Trigger.Called;
        return isProhibition || isFalse(property.condition());
    }

    private static boolean isFalse(Expr condition) {
        return switch (condition) {
            case Expr.TruthLiteral literal -> !literal.value();
            case Expr.Binary implication
            when implication.operator() == BinaryOperator.IMPLIES -> isFalse(implication.right());
            case Expr.Leaf _, Expr.StateRead _, Expr.Temporal _, Expr.Quantified _, Expr.Compound _ -> false;
        };
    }

    boolean seen() {
        return first.isPresent();
    }

    /** Returns whether it can happen within that many transactions. */
    boolean seenWithin(int transactions) {
        return first.isPresent() && first.getAsInt() <= transactions;
    }

    /** Records that it happens right after setup. */
    void happensAtOnce() {
        first = OptionalInt.of(0);
    }

    /** @param goals the goals of the node's last transaction; undecided triggers count as reachable */
    void look(Unrolling.Node node, List<ProofObligation> goals) {
        for (ProofObligation goal : goals) {
            if (seen()) {
                return;
            }
            BoolTerm trigger = goal.trigger().orElse(terms.yes);
            if (trigger != terms.no) {
                List<BoolTerm> query = new ArrayList<>(node.conditions());
                query.addAll(goal.conditions());
                query.add(trigger);
                if (!(solver.check(query) instanceof SmtResult.Unsatisfiable)) {
                    first = OptionalInt.of(node.path().size());
                }
            }
        }
    }
}
