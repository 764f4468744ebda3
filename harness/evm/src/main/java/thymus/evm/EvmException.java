package thymus.evm;

/** The machine lacks something that a program asks for; no statement about the program follows. */
public class EvmException extends HarnessException {
    public EvmException(String message) {
        super(message);
    }
}
