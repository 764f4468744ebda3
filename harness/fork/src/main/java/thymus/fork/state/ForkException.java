package thymus.fork.state;

import thymus.evm.HarnessException;

/** A fork cannot be made, or what it needs cannot be had. */
public class ForkException extends HarnessException {
    public ForkException(String message) {
        super(message);
    }

    public ForkException(String message, Throwable cause) {
        super(message, cause);
    }
}
