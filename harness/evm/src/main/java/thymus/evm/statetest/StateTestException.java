package thymus.evm.statetest;

import thymus.evm.HarnessException;

/** A pack, file or field that cannot be read as a state test. */
public final class StateTestException extends HarnessException {
    public StateTestException(String message) {
        super(message);
    }
}
