package thymus.solver.proof;

import java.util.ArrayList;
import java.util.List;
import thymus.solver.property.ProofObligation;
import thymus.solver.smt.SmtResult;
import thymus.solver.term.BoolTerm;

/**
 * A proof obligation that was not discharged.
 *
 * @param given the hypotheses
 * @param own the path condition of the transaction, and the negated claim after it
 * @param result values that satisfy all of these, or why the solver has none
 */
record FailedStep(ProofObligation goal, List<BoolTerm> given, List<BoolTerm> own, SmtResult result) {
    FailedStep {
        given = List.copyOf(given);
        own = List.copyOf(own);
    }

    List<BoolTerm> query() {
        List<BoolTerm> query = new ArrayList<>(given);
        query.addAll(own);
        return query;
    }
}
