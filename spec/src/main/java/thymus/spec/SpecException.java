package thymus.spec;

/** The root of all errors of a specification. The message begins with file:line:column. */
public class SpecException extends RuntimeException {
    public SpecException(String message) {
        super(message);
    }

    public SpecException(String message, Throwable cause) {
        super(message, cause);
    }
}
