package thymus.ci.bench;

/** Something stands in the way of a measurement, or makes it worthless. */
public final class BenchException extends RuntimeException {
    public BenchException(String message) {
        super(message);
    }

    public BenchException(String message, Throwable cause) {
        super(message, cause);
    }
}
