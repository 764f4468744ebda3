package thymus.system.execution;

import thymus.evm.HarnessException;

/**
 * A transaction that no block of any chain contains: nobody can send it, its sender cannot pay for it, or no clock comes so
 * far. It is no step, and nothing has happened.
 */
public final class ImpossibleTransactionException extends HarnessException {
    public ImpossibleTransactionException(String message) {
        super(message);
    }
}
