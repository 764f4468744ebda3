package thymus.system.execution;

import thymus.evm.HarnessException;

/**
 * An invalid transaction: the sender cannot send it or pay for it, or its time exceeds the clock. It is not a step and
 * has no effect.
 */
public final class ImpossibleTransactionException extends HarnessException {
    public ImpossibleTransactionException(String message) {
        super(message);
    }
}
