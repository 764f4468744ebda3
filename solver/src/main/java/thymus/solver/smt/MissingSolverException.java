package thymus.solver.smt;

import thymus.solver.SolverException;

/** A solver whose native library is not there. */
public final class MissingSolverException extends SolverException {
    public MissingSolverException(String message, Throwable cause) {
        super(message, cause);
    }
}
