package thymus.solver.smt;

import java.util.List;
import thymus.solver.term.BoolTerm;

/**
 * A solver that the prover asks. One instance belongs to one thread; {@link #interrupt} may come from any.
 *
 * <p>The same calls get the same answers on every machine: effort is counted in resource units, and no answer depends
 * on a clock. A unit is one of those that the standard solver counts. A solver that counts otherwise converts.
 */
public interface SmtSolver {
    /** Whether all assertions can hold together, within the usual effort. */
    SmtResult check(List<BoolTerm> assertions);

    /** @param effort how much this query may cost, in place of the usual effort */
    SmtResult check(List<BoolTerm> assertions, int effort);

    /**
     * Which of the hypotheses an unsatisfiable query needed: enough of them, not always the fewest.
     *
     * @param query contains the hypotheses
     * @return indexes into {@code hypotheses}; all of them if the solver does not say
     */
    List<Integer> core(List<BoolTerm> hypotheses, List<BoolTerm> query);

    /** The query as an SMT-LIB 2 script, for another solver. */
    String smtLib(List<BoolTerm> assertions);

    /** Ends the query that is running, if one is and the solver can. It ends at its limit otherwise. */
    void interrupt();
}
