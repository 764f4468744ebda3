package thymus.harness.evm;

import thymus.harness.HarnessException;

/** The machine lacks something that a program asks for; no statement about the program follows. */
public class EvmException extends HarnessException {
    public EvmException(String message) {
        super(message);
    }
}
