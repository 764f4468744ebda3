package thymus.evm.precompile.bls12381;

import java.util.Arrays;
import java.util.Optional;

/**
 * Converts points between two encodings. EIP-2537 has numbers of 64 bytes with the real part first. The library blst
 * has numbers of 48 bytes with the imaginary part first.
 */
enum Encoding {
    G1(0, 1),
    G2(1, 0, 3, 2);

    private static final int SHORT = 48;
    private static final int PADDING = Fp.BYTES - SHORT;
    private static final byte[] LARGEST = Fp.ONE.negate().toBytes();

    /** The index of each number in the encoding of blst. */
    private final int[] order;

    Encoding(int... order) {
        this.order = order;
    }

    int bytes() {
        return order.length * Fp.BYTES;
    }

    boolean isInfinity(byte[] input, int at) {
        return Arrays.equals(input, at, at + bytes(), new byte[bytes()], 0, bytes());
    }

    /**
     * The point for blst; empty if a number is P or above. Canonical numbers leave the bits clear that blst reads as
     * flags.
     */
    Optional<byte[]> toBlst(byte[] input, int at) {
        byte[] output = new byte[order.length * SHORT];
        for (int i = 0; i < order.length; i++) {
            int padding = at + i * Fp.BYTES;
            int from = padding + PADDING;
            if (!Arrays.equals(input, padding, from, new byte[PADDING], 0, PADDING)
                    || Arrays.compareUnsigned(input, from, from + SHORT, LARGEST, 0, SHORT) > 0) {
                return Optional.empty();
            }
            System.arraycopy(input, from, output, order[i] * SHORT, SHORT);
        }
        return Optional.of(output);
    }

    byte[] toBlst(Fp... numbers) {
        byte[] output = new byte[order.length * SHORT];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(numbers[i].toBytes(), 0, output, order[i] * SHORT, SHORT);
        }
        return output;
    }

    /** The encoding of a point that is not infinity. */
    byte[] fromBlst(byte[] input) {
        byte[] output = new byte[bytes()];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(input, order[i] * SHORT, output, i * Fp.BYTES + PADDING, SHORT);
        }
        return output;
    }
}
