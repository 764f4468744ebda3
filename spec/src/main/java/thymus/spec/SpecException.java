package thymus.spec;

/** The root of everything that can be wrong with a specification; the message begins with file:line:column. */
public class SpecException extends RuntimeException {
    public SpecException(String message) {
        super(message);
    }

    public SpecException(String message, Throwable cause) {
        super(message, cause);
    }
}
