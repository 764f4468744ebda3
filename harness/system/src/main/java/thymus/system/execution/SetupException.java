package thymus.system.execution;

import thymus.evm.HarnessException;

/** A step of {@code setup} that failed; the message begins with its place in the file. */
public class SetupException extends HarnessException {
    public SetupException(String message) {
        super(message);
    }

    public SetupException(String message, Throwable cause) {
        super(message, cause);
    }
}
