package thymus.solver.smt;

import thymus.solver.SolverException;

/** A file is not an SMT-LIB script of a proof. */
public final class UnreadableScriptException extends SolverException {
    public UnreadableScriptException(String message) {
        super(message);
    }
}
