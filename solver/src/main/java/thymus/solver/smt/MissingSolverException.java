package thymus.solver.smt;

import thymus.solver.SolverException;

/** The native library of a solver is missing. */
public final class MissingSolverException extends SolverException {
    public MissingSolverException(String message, Throwable cause) {
        super(message, cause);
    }
}
