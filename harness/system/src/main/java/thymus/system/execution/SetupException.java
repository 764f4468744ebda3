package thymus.system.execution;

import thymus.evm.HarnessException;

/** A failed step of {@code setup}. The message begins with its position in the file. */
public class SetupException extends HarnessException {
    public SetupException(String message) {
        super(message);
    }

    public SetupException(String message, Throwable cause) {
        super(message, cause);
    }
}
