package thymus.system.crosscheck;

import thymus.evm.HarnessException;

/** A cross-check is not possible: there is no node, it is of the wrong kind, or it is at the wrong block. */
public final class IndependentException extends HarnessException {
    public IndependentException(String message) {
        super(message);
    }

    public IndependentException(String message, Throwable cause) {
        super(message, cause);
    }
}
