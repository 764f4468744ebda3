package thymus.fork.state;

import thymus.evm.HarnessException;

/** A fork cannot be opened, or data that it needs is unavailable. */
public class ForkException extends HarnessException {
    public ForkException(String message) {
        super(message);
    }

    public ForkException(String message, Throwable cause) {
        super(message, cause);
    }
}
