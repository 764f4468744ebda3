package thymus.evm.interpreter;

import java.util.Optional;

/**
 * The result of a message.
 *
 * @param output the returned data, the data of a REVERT, or the deployed code of a creation
 * @param gasLeft from the gas given; 0 after a failure other than a revert
 * @param haltReason why it failed; empty if it succeeded
 */
public record MessageResult(byte[] output, long gasLeft, Optional<String> haltReason) {
    /** Returns whether the message succeeded. */
    public boolean ok() {
        return haltReason.isEmpty();
    }
}
