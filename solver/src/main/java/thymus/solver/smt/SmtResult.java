package thymus.solver.smt;

import java.math.BigInteger;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;

/** A solver's answer about a set of assertions. */
public sealed interface SmtResult {
    record Unsatisfiable() implements SmtResult {}

    /** Values that satisfy every assertion. */
    non-sealed interface Satisfiable extends SmtResult {
        /** The value of an integer term. */
        BigInteger value(IntTerm term);

        /** The value of a boolean term. */
        boolean truth(BoolTerm term);
    }

    /**
     * The solver gave up or exhausted its resources.
     *
     * @param reason in the solver's own words
     * @param isExhausted whether more effort might have decided it
     */
    record Undecided(String reason, boolean isExhausted) implements SmtResult {}
}
