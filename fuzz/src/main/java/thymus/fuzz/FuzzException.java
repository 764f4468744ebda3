package thymus.fuzz;

/** The root of all errors of a campaign. A broken property is not an error. */
public class FuzzException extends RuntimeException {
    public FuzzException(String message) {
        super(message);
    }

    public FuzzException(String message, Throwable cause) {
        super(message, cause);
    }
}
