package thymus.contracts.abi;

import thymus.evm.HarnessException;

/** A value that does not fit its ABI type, or bytes that are not a valid encoding. */
public class AbiException extends HarnessException {
    public AbiException(String message) {
        super(message);
    }
}
