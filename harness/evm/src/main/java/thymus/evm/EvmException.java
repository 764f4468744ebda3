package thymus.evm;

/** The EVM does not support something that the program needs. The error says nothing about the program itself. */
public class EvmException extends HarnessException {
    public EvmException(String message) {
        super(message);
    }
}
