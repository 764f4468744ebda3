package thymus.evm.jit;

import thymus.evm.HarnessException;

/** Code that is not compiled; it is interpreted instead. */
final class CompilationException extends HarnessException {
    CompilationException(String reason) {
        super("not compiled: " + reason);
    }
}
