package thymus.evm.interpreter;

import java.util.List;
import java.util.Optional;
import thymus.evm.primitive.Address;
import thymus.evm.state.Log;

/**
 * What a transaction did.
 *
 * @param ok whether its outermost frame ended without failure
 * @param output what that frame returned, or the data of its REVERT
 * @param gasUsed what the sender is charged, after refunds
 * @param logs in the order of emission; none where it failed
 * @param created the contract a successful deployment made
 * @param haltReason why it failed, in words; empty where it did not
 */
public record Receipt(
        boolean ok,
        byte[] output,
        long gasUsed,
        List<Log> logs,
        Optional<Address> created,
        Optional<String> haltReason) {
    public Receipt {
        logs = List.copyOf(logs);
    }
}
