package thymus.spec.monitor;

/**
 * A value that exists and that the fuzzer does not know, such as the sum of a mapping of which it does not have all keys. What
 * depends on it is neither true nor an error: it is {@link Judgement.Undecided}.
 */
public class UnknownValue extends UndefinedValue {
    public UnknownValue(String message) {
        super(message);
    }
}
