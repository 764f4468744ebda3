package thymus.evm.chain;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.evm.precompile.Secp256k1;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Rlp;
import thymus.evm.primitive.Word;

/**
 * A protocol-level transaction with the sender already recovered from the signature.
 *
 * @param to empty for a creation
 * @param gasLimit unsigned
 * @param nonce unsigned
 */
public record Transaction(
        Address sender,
        Optional<Address> to,
        Word value,
        byte[] data,
        long gasLimit,
        long nonce,
        Fees fees,
        List<AccessEntry> accessList,
        List<Word> blobHashes,
        List<Authorization> authorizations) {
    /** The prefix of an authorization when it is hashed (EIP-7702). */
    private static final byte MAGIC = 5;

    /** Storage keys whose access the transaction pays in advance (EIP-2930). */
    public record AccessEntry(Address address, List<Word> keys) {
        public AccessEntry {
            keys = List.copyOf(keys);
        }
    }

    /**
     * The prices that the sender offers, in wei per gas.
     *
     * @param type of the transaction, 0 to 4 (EIP-2718); types 0 and 1 have both gas fees equal
     * @param perBlobGas in type 3 only, otherwise zero
     */
    public record Fees(int type, Word perGas, Word priority, Word perBlobGas) {
        /** Free gas. */
        public static final Fees NONE = new Fees(0, Word.ZERO, Word.ZERO, Word.ZERO);
    }

    /**
     * An account's permission to make its code a delegation (EIP-7702).
     *
     * @param chainId 0 for any chain
     * @param signer the recovered signer; empty if the signature is invalid
     */
    public record Authorization(Word chainId, Address target, Word nonce, Optional<Address> signer) {
        private static final BigInteger HALF_ORDER = Secp256k1.ORDER.shiftRight(1);

        /**
         * Makes an authorization and recovers its signer.
         *
         * @param parity 0 or 1; whether the y coordinate of the signature's point is odd
         */
        public static Authorization signed(
                Word chainId, Address target, Word nonce, BigInteger parity, Word r, Word s) {
            boolean wellFormed = parity.signum() >= 0
                    && parity.bitLength() <= 1
                    && s.toBigInteger().compareTo(HALF_ORDER) <= 0;
            byte[] content = Rlp.list(Rlp.number(chainId), Rlp.bytes(target.toBytes()), Rlp.number(nonce));
            byte[] message = new byte[1 + content.length];
            message[0] = MAGIC;
            System.arraycopy(content, 0, message, 1, content.length);
            Optional<Address> signer =
                    wellFormed ? Secp256k1.recover(Keccak.hash(message), parity.testBit(0), r, s) : Optional.empty();
            return new Authorization(chainId, target, nonce, signer);
        }
    }

    public Transaction {
        accessList = List.copyOf(accessList);
        blobHashes = List.copyOf(blobHashes);
        authorizations = List.copyOf(authorizations);
    }
}
