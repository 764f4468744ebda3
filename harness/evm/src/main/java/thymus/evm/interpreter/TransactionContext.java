package thymus.evm.interpreter;

import java.util.List;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/**
 * The transaction as instructions see it.
 *
 * @param gasPrice effective, in wei
 */
public record TransactionContext(Address origin, Word gasPrice, List<Word> blobHashes) {
    public TransactionContext {
        blobHashes = List.copyOf(blobHashes);
    }
}
