package thymus.evm.interpreter;

import java.util.List;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

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
