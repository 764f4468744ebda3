package thymus.solver.proof;

import java.util.ArrayList;
import java.util.List;
import thymus.solver.smt.SmtResult;
import thymus.solver.smt.SmtSolver;
import thymus.solver.symbolic.WordFacts;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.Terms;

/**
 * Asks a solver for values that a machine would compute. Operations that are unknown functions are evaluated at the
 * values that the solver finds, and where it has another result, the true one is added and the query asked again
 * (counterexample-guided refinement of uninterpreted functions).
 */
final class Refinement {
    private static final int MOST_ROUNDS = 24;

    private Refinement() {}

    /** @return values that may still be wrong if the rounds did not suffice */
    static SmtResult check(SmtSolver solver, List<BoolTerm> query, Terms terms) {
        List<BoolTerm> refined = new ArrayList<>(query);
        refined.addAll(WordFacts.of(query, terms));
        for (int round = 0; ; round++) {
            SmtResult result = solver.check(refined);
            if (!(result instanceof SmtResult.Satisfiable values) || round == MOST_ROUNDS) {
                return result;
            }
            List<BoolTerm> wrong = WordFacts.at(query, values::value, terms);
            if (wrong.isEmpty()) {
                return result;
            }
            refined.addAll(wrong);
        }
    }
}
