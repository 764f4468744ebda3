package thymus.harness.evm;

import java.util.List;
import thymus.harness.word.Word;
import thymus.harness.world.Address;

/**
 * What instructions can learn of the transaction.
 *
 * @param gasPrice effective, in wei
 */
public record TransactionContext(Address origin, Word gasPrice, List<Word> blobHashes) {
    public TransactionContext {
        blobHashes = List.copyOf(blobHashes);
    }
}
