package thymus.fuzz.random;

import java.math.BigInteger;

/**
 * Choices that bytes make, for a fuzzer that mutates bytes. Each step of a sequence has a share of {@link #STEP} bytes,
 * so a change in one share leaves the choices of the other steps. Small choices take one byte each, and numbers take
 * their own bytes. What a share has no bytes left for depends on its bytes alone.
 */
public final class ByteRandom extends SplitRandom {
    /** The bytes of one step. */
    public static final int STEP = 48;

    private static final int BYTE = 8;

    private final byte[] data;
    private int at;
    private int end;

    public ByteRandom(byte[] data) {
        super(0);
        this.data = data.clone();
    }

    /** How many steps the bytes are meant for. */
    public static int steps(byte[] data) {
        return Math.ceilDiv(data.length, STEP);
    }

    @Override
    public void nextStep() {
        at = end;
        end = Math.min(data.length, at + STEP);
        long hash = 0;
        for (int i = at; i < end; i++) {
            hash = mix(hash ^ (data[i] & 0xff));
        }
        reset(hash);
    }

    @Override
    public long nextLong() {
        return end - at < Long.BYTES ? super.nextLong() : taken(Long.BYTES);
    }

    @Override
    public int below(int bound) {
        int bytes = Math.ceilDiv(Integer.SIZE - Integer.numberOfLeadingZeros(bound - 1), BYTE);
        return end - at < bytes ? super.below(bound) : (int) (taken(bytes) % bound);
    }

    @Override
    double fraction() {
        return end - at < 2 ? super.fraction() : taken(2) * 0x1.0p-16;
    }

    @Override
    public BigInteger bits(int bits) {
        int bytes = Math.ceilDiv(bits, BYTE);
        if (end - at < bytes) {
            return super.bits(bits);
        }
        at += bytes;
        BigInteger mask = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
        return new BigInteger(1, data, at - bytes, bytes).and(mask);
    }

    private long taken(int bytes) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = (value << BYTE) | (data[at++] & 0xff);
        }
        return value;
    }
}
