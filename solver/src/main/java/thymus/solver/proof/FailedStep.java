package thymus.solver.proof;

import java.util.ArrayList;
import java.util.List;
import thymus.solver.property.ProofObligation;
import thymus.solver.smt.SmtResult;
import thymus.solver.term.BoolTerm;

/**
 * An obligation that was not cleared.
 *
 * @param given the hypotheses
 * @param own the transaction's path, and that the claim does not hold after it
 * @param result values under which all that holds, or why the solver has none
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
