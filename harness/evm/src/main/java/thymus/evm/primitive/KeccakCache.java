package thymus.evm.primitive;

import java.util.Arrays;

/**
 * A direct-mapped cache of hashes of 32 and 64 bytes, from which the slots of dynamic arrays and mappings are computed.
 * A contract hashes the same few inputs again and again. For one thread.
 */
public final class KeccakCache {
    private static final int BITS = 14;

    private final byte[][] inputs = new byte[1 << BITS][];
    private final Word[] hashes = new Word[1 << BITS];

    /** Keccak-256 of {@code length} bytes from {@code from}. */
    public Word hash(byte[] bytes, int from, int length) {
        if (length != 64 && length != 32) {
            return length == 0 ? Keccak.EMPTY : Keccak.hash(bytes, from, length);
        }
        int index = index(bytes, from, length);
        byte[] input = inputs[index];
        if (input != null && Arrays.equals(input, 0, input.length, bytes, from, from + length)) {
            return hashes[index];
        }
        Word hash = Keccak.hash(bytes, from, length);
        inputs[index] = Arrays.copyOfRange(bytes, from, from + length);
        hashes[index] = hash;
        return hash;
    }

    private static int index(byte[] bytes, int from, int length) {
        long mixed = length;
        for (int at = from; at < from + length; at += 8) {
            mixed = (mixed ^ WordBytes.readLong(bytes, at)) * 0x9E3779B97F4A7C15L;
            mixed ^= mixed >>> 32;
        }
        return (int) (mixed >>> (64 - BITS));
    }
}
