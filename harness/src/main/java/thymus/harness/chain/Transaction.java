package thymus.harness.chain;

import java.util.List;
import java.util.Optional;
import thymus.harness.word.Word;
import thymus.harness.world.Address;

/**
 * A transaction as the protocol knows it, signature already turned into the sender.
 *
 * @param to empty for a creation
 * @param gasLimit unsigned
 * @param nonce unsigned
 */
public record Transaction(Address sender, Optional<Address> to, Word value, byte[] data, long gasLimit, long nonce,
        Fees fees, List<AccessEntry> accessList, List<Word> blobHashes, List<Authorization> authorizations) {

    /** Storage keys that the transaction pays for in advance (EIP-2930). */
    public record AccessEntry(Address address, List<Word> keys) {
        public AccessEntry {
            keys = List.copyOf(keys);
        }
    }

    /**
     * What the sender offers, in wei per gas.
     *
     * @param type of the transaction, 0 to 4 (EIP-2718); 0 and 1 have both gas fees equal
     * @param perBlobGas of type 3 only, otherwise zero
     */
    public record Fees(int type, Word perGas, Word priority, Word perBlobGas) {
        /** No gas is paid for. */
        public static final Fees NONE = new Fees(0, Word.ZERO, Word.ZERO, Word.ZERO);
    }

    /**
     * An account's permission that its code be a delegation (EIP-7702).
     *
     * @param chainId 0 for any chain
     * @param signer as recovered; empty where the signature is not valid
     */
    public record Authorization(Word chainId, Address target, Word nonce, Optional<Address> signer) {}

    public Transaction {
        accessList = List.copyOf(accessList);
        blobHashes = List.copyOf(blobHashes);
        authorizations = List.copyOf(authorizations);
    }
}
