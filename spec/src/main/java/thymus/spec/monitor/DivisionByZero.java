package thymus.spec.monitor;

/** A division {@code x / 0} or {@code x % 0}. */
public final class DivisionByZero extends UndefinedValue {
    public DivisionByZero() {
        super("division by zero");
    }
}
