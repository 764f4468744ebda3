package thymus.system.crosscheck;

import thymus.evm.HarnessException;

/** A second opinion cannot be had: no node, not one of the right kind, or not on the right block. */
public final class IndependentException extends HarnessException {
    public IndependentException(String message) {
        super(message);
    }

    public IndependentException(String message, Throwable cause) {
        super(message, cause);
    }
}
