package thymus.solver;

/** The root of what can go wrong in the prover; a subclass names what is not modelled, or failed, and where. */
public class SolverException extends RuntimeException {
    public SolverException(String message) {
        super(message);
    }

    public SolverException(String message, Throwable cause) {
        super(message, cause);
    }
}
