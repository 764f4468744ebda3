package thymus.spec;

/** The file is missing, too large, or not UTF-8 text. */
public final class UnreadableSpecification extends SpecException {
    public UnreadableSpecification(String message) {
        super(message);
    }

    public UnreadableSpecification(String message, Throwable cause) {
        super(message, cause);
    }
}
