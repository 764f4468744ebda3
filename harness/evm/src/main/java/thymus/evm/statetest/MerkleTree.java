package thymus.evm.statetest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Rlp;
import thymus.evm.primitive.Word;

/** The root of a Merkle-Patricia tree (Yellow Paper, appendix D) over the hashes of its keys. */
final class MerkleTree {
    private static final byte[] NOTHING = Rlp.bytes(new byte[0]);

    /**
     * @param path the key as 64 nibbles
     * @param value the encoding stored under it
     */
    private record Leaf(byte[] path, byte[] value) {}

    private MerkleTree() {}

    /** @param entries from keys before hashing to RLP encodings */
    static Word root(Map<byte[], byte[]> entries) {
        Map<Word, byte[]> byHash = new TreeMap<>();
        entries.forEach((key, value) -> byHash.put(Keccak.hash(key), value));
        List<Leaf> leaves = new ArrayList<>();
        byHash.forEach((hash, value) -> leaves.add(new Leaf(halfBytes(hash.toBytes32()), value)));
        return Keccak.hash(leaves.isEmpty() ? NOTHING : node(leaves, 0));
    }

    private static byte[] halfBytes(byte[] bytes) {
        byte[] halves = new byte[2 * bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            halves[2 * i] = (byte) (bytes[i] >>> 4 & 15);
            halves[2 * i + 1] = (byte) (bytes[i] & 15);
        }
        return halves;
    }

    /** @param leaves sorted, at least one, with equal first {@code depth} nibbles */
    private static byte[] node(List<Leaf> leaves, int depth) {
        Leaf first = leaves.getFirst();
        if (leaves.size() == 1) {
            return Rlp.list(Rlp.bytes(path(first.path(), depth, 64, true)), Rlp.bytes(first.value()));
        }
        int common = Arrays.mismatch(first.path(), leaves.getLast().path());
        if (common > depth) {
            return Rlp.list(Rlp.bytes(path(first.path(), depth, common, false)), reference(node(leaves, common)));
        }
        List<byte[]> branch = new ArrayList<>();
        int from = 0;
        for (int half = 0; half < 16; half++) {
            int to = from;
            while (to < leaves.size() && leaves.get(to).path()[depth] == half) {
                to++;
            }
            branch.add(from == to ? NOTHING : reference(node(leaves.subList(from, to), depth + 1)));
            from = to;
        }
        branch.add(NOTHING);
        return Rlp.list(branch);
    }

    /** A node shorter than a hash is embedded in its parent. */
    private static byte[] reference(byte[] node) {
        return node.length < 32 ? node : Rlp.bytes(Keccak.hash(node).toBytes32());
    }

    /** The hex-prefix encoding (Yellow Paper, appendix C). */
    private static byte[] path(byte[] halves, int from, int to, boolean leaf) {
        int length = to - from;
        byte[] encoded = new byte[1 + length / 2];
        boolean odd = length % 2 == 1;
        encoded[0] = (byte) ((leaf ? 0x20 : 0) + (odd ? 0x10 + halves[from] : 0));
        int at = odd ? from + 1 : from;
        for (int i = 1; i < encoded.length; i++, at += 2) {
            encoded[i] = (byte) (halves[at] << 4 | halves[at + 1]);
        }
        return encoded;
    }
}
