package thymus.spec.monitor;

import thymus.spec.SpecException;

/**
 * A value of a specification that does not exist in the current state, such as a view that reverts or an index past the
 * end. A {@link Scope} throws it, and a monitor turns it into {@link Judgement.Failed}.
 */
public class UndefinedValue extends SpecException {
    public UndefinedValue(String message) {
        super(message);
    }

    public UndefinedValue(String message, Throwable cause) {
        super(message, cause);
    }
}
