package thymus.evm;

/** The root of everything that can go wrong in the harness; the message says what happened, where, and what to do. */
public class HarnessException extends RuntimeException {
    public HarnessException(String message) {
        super(message);
    }

    public HarnessException(String message, Throwable cause) {
        super(message, cause);
    }
}
