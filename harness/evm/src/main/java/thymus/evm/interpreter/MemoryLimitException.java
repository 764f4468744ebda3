package thymus.evm.interpreter;

import thymus.evm.EvmException;

/** A program paid for more memory than the EVM grants. The protocol itself has no such limit. */
public final class MemoryLimitException extends EvmException {
    MemoryLimitException(long size) {
        super("a frame asked for " + size + " bytes of memory; a frame can have 64 MiB and all together 640 MiB");
    }
}
