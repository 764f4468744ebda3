package thymus.fuzz;

/** The root of everything that can go wrong in a campaign other than a broken property. */
public class FuzzException extends RuntimeException {
    public FuzzException(String message) {
        super(message);
    }

    public FuzzException(String message, Throwable cause) {
        super(message, cause);
    }
}
