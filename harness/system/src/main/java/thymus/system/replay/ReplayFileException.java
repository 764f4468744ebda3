package thymus.system.replay;

import thymus.evm.HarnessException;

/** A replay file cannot be read, written or applied. The message names the file and the field. */
public class ReplayFileException extends HarnessException {
    public ReplayFileException(String message) {
        super(message);
    }

    public ReplayFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
