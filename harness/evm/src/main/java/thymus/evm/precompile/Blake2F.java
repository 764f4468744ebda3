package thymus.evm.precompile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** BLAKE2F (EIP-152): the compression function of BLAKE2b (RFC 7693, section 3.2) with a chosen number of rounds. */
final class Blake2F implements Precompile {
    private static final int INPUT = 213;
    private static final long[] IV = {
        0x6a09e667f3bcc908L, 0xbb67ae8584caa73bL, 0x3c6ef372fe94f82bL, 0xa54ff53a5f1d36f1L,
        0x510e527fade682d1L, 0x9b05688c2b3e6c1fL, 0x1f83d9abfb41bd6bL, 0x5be0cd19137e2179L,
    };
    /** The order of the message words in each round, as hexadecimal digits. */
    private static final String[] SIGMA = {
        "0123456789abcdef", "ea489fd61c02b753", "b8c052fdae367194", "7931dcbe265a40f8", "905724afe1bc683d",
        "2c6a0b834d75fe19", "c51fed4a0763928b", "db7ec13950f4862a", "6fe9b308c2d714a5", "a2847615fb9e3cd0",
    };

    @Override
    public long gas(byte[] input) {
        return input.length == INPUT
                ? Integer.toUnsignedLong(ByteBuffer.wrap(input).getInt())
                : 0;
    }

    @Override
    public Optional<byte[]> run(byte[] input) {
        if (input.length != INPUT || (input[INPUT - 1] & 0xff) > 1) {
            return Optional.empty();
        }
        long rounds = Integer.toUnsignedLong(ByteBuffer.wrap(input).getInt());
        ByteBuffer numbers = ByteBuffer.wrap(input, 4, INPUT - 4).order(ByteOrder.LITTLE_ENDIAN);
        long[] h = read(numbers, 8);
        long[] m = read(numbers, 16);
        long[] t = read(numbers, 2);
        compress(rounds, h, m, t, input[INPUT - 1] == 1);
        ByteBuffer output = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        for (long lane : h) {
            output.putLong(lane);
        }
        return Optional.of(output.array());
    }

    private static long[] read(ByteBuffer numbers, int count) {
        long[] lanes = new long[count];
        for (int i = 0; i < count; i++) {
            lanes[i] = numbers.getLong();
        }
        return lanes;
    }

    private static void compress(long rounds, long[] h, long[] m, long[] t, boolean last) {
        long[] v = new long[16];
        System.arraycopy(h, 0, v, 0, 8);
        System.arraycopy(IV, 0, v, 8, 8);
        v[12] ^= t[0];
        v[13] ^= t[1];
        v[14] ^= last ? -1 : 0;
        for (long round = 0; round < rounds; round++) {
            String order = SIGMA[(int) (round % 10)];
            for (int i = 0; i < 4; i++) {
                mix(v, i, i + 4, i + 8, i + 12, pick(m, order, 2 * i), pick(m, order, 2 * i + 1));
            }
            for (int i = 0; i < 4; i++) {
                mix(
                        v,
                        i,
                        4 + (i + 1) % 4,
                        8 + (i + 2) % 4,
                        12 + (i + 3) % 4,
                        pick(m, order, 8 + 2 * i),
                        pick(m, order, 9 + 2 * i));
            }
        }
        for (int i = 0; i < 8; i++) {
            h[i] ^= v[i] ^ v[i + 8];
        }
    }

    private static long pick(long[] m, String order, int at) {
        return m[Character.digit(order.charAt(at), 16)];
    }

    private static void mix(long[] v, int a, int b, int c, int d, long x, long y) {
        v[a] += v[b] + x;
        v[d] = Long.rotateRight(v[d] ^ v[a], 32);
        v[c] += v[d];
        v[b] = Long.rotateRight(v[b] ^ v[c], 24);
        v[a] += v[b] + y;
        v[d] = Long.rotateRight(v[d] ^ v[a], 16);
        v[c] += v[d];
        v[b] = Long.rotateRight(v[b] ^ v[c], 63);
    }
}
