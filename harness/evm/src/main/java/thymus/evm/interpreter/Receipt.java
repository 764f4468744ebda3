package thymus.evm.interpreter;

import java.util.List;
import java.util.Optional;
import thymus.evm.primitive.Address;
import thymus.evm.state.Log;

/**
 * The outcome of a transaction.
 *
 * @param ok whether the outermost frame succeeded
 * @param output the data that frame returned or reverted with
 * @param gasUsed charged to the sender, after refunds
 * @param logs in the order of emission; empty on failure
 * @param created the contract that a successful deployment created
 * @param haltReason why the transaction failed; empty if it succeeded
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
