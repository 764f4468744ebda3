package thymus.solver.smt;

import java.math.BigInteger;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;

/** What a solver says of a set of assertions. */
public sealed interface SmtResult {
    record Unsatisfiable() implements SmtResult {}

    /** Values under which every assertion holds. */
    non-sealed interface Satisfiable extends SmtResult {
        BigInteger value(IntTerm term);

        boolean truth(BoolTerm term);
    }

    /**
     * The solver gave up within its resources, or said so.
     *
     * @param reason in the solver's own words
     * @param isExhausted whether more effort might have decided it
     */
    record Undecided(String reason, boolean isExhausted) implements SmtResult {}
}
