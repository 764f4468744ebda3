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

    /** The solver gave up within its resources, or said so. */
    record Undecided(String reason) implements SmtResult {
        /** Whether more effort might have decided it. */
        public boolean isExhausted() {
            return reason.contains("resource limit");
        }
    }
}
