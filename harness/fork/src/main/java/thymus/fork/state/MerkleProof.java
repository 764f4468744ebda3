package thymus.fork.state;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.web3j.rlp.RlpEncoder;
import org.web3j.rlp.RlpString;
import org.web3j.rlp.RlpType;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;

/**
 * Verifies a Merkle-Patricia proof (Yellow Paper, appendix D): it follows a key through the given nodes from a known
 * root. Each node must have the hash that its parent names.
 */
final class MerkleProof {
    private static final Word EMPTY_ROOT = Keccak.hash(RlpEncoder.encode(RlpString.create(new byte[0])));
    private static final int HASH = 32;

    private final Map<Word, byte[]> nodes = new HashMap<>();

    /** The proof is invalid. */
    static final class Invalid extends Exception {
        Invalid(String message) {
            super(message);
        }
    }

    /** @param proof encodings of nodes, in any order */
    MerkleProof(List<byte[]> proof) {
        proof.forEach(node -> nodes.put(Keccak.hash(node), node));
    }

    /**
     * The value under a key.
     *
     * @param key before hashing
     * @return empty if the nodes prove that there is none
     */
    Optional<byte[]> value(Word root, byte[] key) throws Invalid {
        if (root.isEqual(EMPTY_ROOT)) {
            return Optional.empty();
        }
        try {
            return follow(node(root.toBytes32()), halfBytes(Keccak.hash(key).toBytes32()), 0);
        } catch (IllegalArgumentException e) {
            throw new Invalid(e.getMessage());
        }
    }

    private Optional<byte[]> follow(RlpType node, byte[] path, int depth) throws Invalid {
        List<RlpType> items = StrictRlp.items(node);
        if (items.size() == 17) {
            if (depth == path.length) {
                throw new Invalid("a branch at the end of a path");
            }
            RlpType child = items.get(path[depth]);
            boolean absent = child instanceof RlpString string && string.getBytes().length == 0;
            return absent ? Optional.empty() : follow(resolved(child), path, depth + 1);
        }
        if (items.size() != 2) {
            throw new Invalid("a tree node of " + items.size() + " items");
        }
        byte[] prefix = StrictRlp.bytes(items.getFirst());
        if (prefix.length == 0 || (prefix[0] & 0xc0) != 0) {
            throw new Invalid("a tree node without a proper path");
        }
        boolean leaf = (prefix[0] & 0x20) != 0;
        boolean odd = (prefix[0] & 0x10) != 0;
        byte[] own = Arrays.copyOfRange(halfBytes(prefix), odd ? 1 : 2, 2 * prefix.length);
        boolean fits = depth + own.length <= path.length
                && Arrays.equals(own, Arrays.copyOfRange(path, depth, depth + own.length));
        if (!fits) {
            return Optional.empty();
        }
        if (!leaf) {
            if (own.length == 0) {
                throw new Invalid("a tree node that leads nowhere");
            }
            return follow(resolved(items.get(1)), path, depth + own.length);
        }
        if (depth + own.length != path.length) {
            throw new Invalid("a leaf in the middle of a path");
        }
        return Optional.of(StrictRlp.bytes(items.get(1)));
    }

    /** A node shorter than a hash is embedded in its parent. */
    private RlpType resolved(RlpType reference) throws Invalid {
        return reference instanceof RlpString hash ? node(hash.getBytes()) : reference;
    }

    private RlpType node(byte[] hash) throws Invalid {
        byte[] found = hash.length == HASH ? nodes.get(Word.fromBytes(hash)) : null;
        if (found == null) {
            throw new Invalid("a tree node is missing");
        }
        return StrictRlp.read(found);
    }

    private static byte[] halfBytes(byte[] bytes) {
        byte[] halves = new byte[2 * bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            halves[2 * i] = (byte) (bytes[i] >>> 4 & 15);
            halves[2 * i + 1] = (byte) (bytes[i] & 15);
        }
        return halves;
    }
}
