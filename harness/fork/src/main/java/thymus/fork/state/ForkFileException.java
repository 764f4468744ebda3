package thymus.fork.state;

/** A file is no state of a chain; the message names the file and the field. */
public final class ForkFileException extends ForkException {
    public ForkFileException(String message) {
        super(message);
    }

    public ForkFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
