package thymus.solver;

/** The root of all errors of the prover. A subclass says what is not modelled or what failed, and where. */
public class SolverException extends RuntimeException {
    public SolverException(String message) {
        super(message);
    }

    public SolverException(String message, Throwable cause) {
        super(message, cause);
    }
}
