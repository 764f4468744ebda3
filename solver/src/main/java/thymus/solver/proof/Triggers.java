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

/** Whether what a property speaks of can happen in the sequences that are looked at: a search that never meets it says nothing. */
final class Triggers {
    private final Terms terms;
    private final SmtSolver solver;
    private OptionalInt first = OptionalInt.empty();

    Triggers(Terms terms, SmtSolver solver) {
        this.terms = terms;
        this.solver = solver;
    }

    /** Whether it claims that something never happens: that it does not is then the proof, and no reason to doubt it. */
    static boolean saysNever(Property property) {
        return isFalse(property.condition());
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

    /** Whether it can happen within that many transactions. */
    boolean seenWithin(int transactions) {
        return first.isPresent() && first.getAsInt() <= transactions;
    }

    /** What holds after setup already. */
    void happensAtOnce() {
        first = OptionalInt.of(0);
    }

    /** @param goals of the last transaction of the node; what the solver cannot decide is taken to happen */
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
