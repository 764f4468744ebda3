package thymus.solver.smt;

import thymus.solver.SolverException;

/** A file that is no SMT-LIB script of a proof. */
public final class UnreadableScriptException extends SolverException {
    public UnreadableScriptException(String message) {
        super(message);
    }
}
