package thymus.evm.chain;

import thymus.evm.HarnessException;

/** A transaction that no block could contain. It has changed nothing. */
public final class InvalidTransactionException extends HarnessException {
    InvalidTransactionException(String reason) {
        super("invalid transaction: " + reason);
    }
}
