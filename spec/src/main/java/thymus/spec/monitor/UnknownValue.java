package thymus.spec.monitor;

/**
 * A value that exists but is unknown to the fuzzer, such as the sum of a mapping with unknown keys. A property that
 * depends on it is {@link Judgement.Undecided}, which is not an error.
 */
public class UnknownValue extends UndefinedValue {
    public UnknownValue(String message) {
        super(message);
    }
}
