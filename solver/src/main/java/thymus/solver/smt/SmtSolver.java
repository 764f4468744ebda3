package thymus.solver.smt;

import java.util.List;
import thymus.solver.term.BoolTerm;

/**
 * A solver for the prover. One instance belongs to one thread; {@link #interrupt} may come from any thread.
 *
 * <p>The same calls get the same answers on every machine. Effort is counted in resource units, and no answer depends
 * on a clock. The units are those of the standard solver; other solvers convert them.
 */
public interface SmtSolver {
    /** Checks whether the assertions are satisfiable together, within the default effort. */
    SmtResult check(List<BoolTerm> assertions);

    /**
     * Checks whether the assertions are satisfiable together.
     *
     * @param effort the limit of this query, in resource units
     */
    SmtResult check(List<BoolTerm> assertions, int effort);

    /**
     * Whether the conditions contradict each other plainly. A solver may leave out what is costly, such as what
     * products of unknowns are, and may say no where it does not know.
     *
     * @param effort the limit of this query, in resource units
     */
    boolean contradict(List<BoolTerm> conditions, int effort);

    /**
     * The hypotheses that an unsatisfiable query needed; enough of them, but not always the fewest.
     *
     * @param query contains the hypotheses
     * @return indexes into {@code hypotheses}; all of them if the solver does not report a core
     */
    List<Integer> core(List<BoolTerm> hypotheses, List<BoolTerm> query);

    /** The query as an SMT-LIB 2 script, for another solver. */
    String smtLib(List<BoolTerm> assertions);

    /** Ends the running query, if there is one and the solver supports it. Otherwise the query ends at its limit. */
    void interrupt();
}
