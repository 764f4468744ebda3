package thymus.evm.interpreter;

import java.util.Optional;

/**
 * How a message ended.
 *
 * @param output returned data, or that of a REVERT; of a creation, the deployed code
 * @param gasLeft of the gas given; 0 after a failure other than a revert
 * @param haltReason why it failed; empty where it did not
 */
public record MessageResult(byte[] output, long gasLeft, Optional<String> haltReason) {
    public boolean ok() {
        return haltReason.isEmpty();
    }
}
