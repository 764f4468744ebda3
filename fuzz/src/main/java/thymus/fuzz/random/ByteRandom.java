package thymus.fuzz.random;

import java.math.BigInteger;

/**
 * Choices that bytes make, for a fuzzer that mutates bytes. The first byte says how many steps there are, the next two
 * begin the choices that no byte makes, and then each step has a share of {@link #STEP} bytes. So a change in one share
 * leaves the choices of the other steps, and a short input makes a sequence of any length: fuzzers begin with few
 * bytes. Small choices take one byte each, and numbers take their own bytes.
 */
public final class ByteRandom extends SplitRandom {
    /** The bytes before those of the first step. */
    public static final int HEADER = 3;

    /** The bytes of one step. */
    public static final int STEP = 40;

    private static final int BYTE = 8;
    private static final int SHORT = 4;

    private final byte[] data;
    private int step;
    private int at;
    private int end;

    public ByteRandom(byte[] data) {
        super(0);
        this.data = data.clone();
    }

    /** How many steps the bytes ask for: half of all first bytes ask for a few. */
    public static int steps(byte[] data, int longest) {
        int first = data.length == 0 ? 0 : data[0] & 0xff;
        int most = first % 2 == 0 ? Math.min(SHORT, longest) : longest;
        return data.length == 0 ? 0 : 1 + first / 2 % most;
    }

    @Override
    public void nextStep() {
        at = Math.min(data.length, HEADER + STEP * step);
        end = Math.min(data.length, at + STEP);
        long hash = mix(step++);
        for (int i = 1; i < Math.min(HEADER, data.length); i++) {
            hash = mix(hash ^ (data[i] & 0xff));
        }
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
