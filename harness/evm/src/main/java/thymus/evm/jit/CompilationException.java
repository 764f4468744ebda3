package thymus.evm.jit;

import thymus.evm.HarnessException;

/** Code that cannot be compiled and is interpreted instead. */
final class CompilationException extends HarnessException {
    CompilationException(String reason) {
        super("not compiled: " + reason);
    }
}
