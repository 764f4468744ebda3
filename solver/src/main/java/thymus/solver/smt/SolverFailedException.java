package thymus.solver.smt;

import thymus.solver.SolverException;

/** A solver ended with an error instead of an answer. */
public final class SolverFailedException extends SolverException {
    /** @param solver its name, for a reader */
    public SolverFailedException(String solver, Throwable cause) {
        super(solver + " ended the work: " + cause.getMessage(), cause);
    }
}
