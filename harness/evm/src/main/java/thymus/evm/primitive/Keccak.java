package thymus.evm.primitive;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Keccak-256 as in Ethereum, with the padding of the competition entry and not that of FIPS 202. */
public final class Keccak {
    private static final int RATE = 136;
    private static final VarHandle LANE = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The hash of no bytes, which is the code hash of an account without code. */
    public static final Word EMPTY = hash(new byte[0]);

    private Keccak() {}

    /** The Keccak-256 hash of the bytes. */
    public static Word hash(byte[] input) {
        return hash(input, 0, input.length);
    }

    /** The Keccak-256 hash of {@code length} bytes from {@code from}. */
    public static Word hash(byte[] input, int from, int length) {
        long[] state = new long[25];
        int at = from;
        int left = length;
        while (left >= RATE) {
            absorb(state, input, at);
            at += RATE;
            left -= RATE;
        }
        byte[] last = new byte[RATE];
        System.arraycopy(input, at, last, 0, left);
        last[left] = 1;
        last[RATE - 1] |= (byte) 0x80;
        absorb(state, last, 0);
        return new Word(
                Long.reverseBytes(state[0]),
                Long.reverseBytes(state[1]),
                Long.reverseBytes(state[2]),
                Long.reverseBytes(state[3]));
    }

    private static void absorb(long[] state, byte[] block, int at) {
        for (int i = 0; i < RATE / 8; i++) {
            state[i] ^= (long) LANE.get(block, at + 8 * i);
        }
        KeccakPermutation.permute(state);
    }
}
