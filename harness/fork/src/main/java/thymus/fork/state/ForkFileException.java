package thymus.fork.state;

/** A file does not hold the state of a chain. The message names the file and the field. */
public final class ForkFileException extends ForkException {
    public ForkFileException(String message) {
        super(message);
    }

    public ForkFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
