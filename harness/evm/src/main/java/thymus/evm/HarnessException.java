package thymus.evm;

/** The root of all errors of the harness. The message says what happened, where, and what to do. */
public class HarnessException extends RuntimeException {
    public HarnessException(String message) {
        super(message);
    }

    public HarnessException(String message, Throwable cause) {
        super(message, cause);
    }
}
