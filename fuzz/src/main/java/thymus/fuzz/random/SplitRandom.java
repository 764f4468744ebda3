package thymus.fuzz.random;

import java.math.BigInteger;
import java.util.List;

/**
 * The only random number generator of a campaign: SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number
 * generators, OOPSLA 2014). It is implemented here so that a seed gives the same sequence on every JDK.
 */
public sealed class SplitRandom permits ByteRandom {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    public SplitRandom(long seed) {
        state = seed;
    }

    /** The random stream for one number under a seed. Streams of different numbers are independent. */
    public static SplitRandom of(long seed, long number) {
        return new SplitRandom(mix(mix(seed) ^ mix(number + GOLDEN_GAMMA)));
    }

    /** Tells the stream that what follows belongs to the next step of a sequence. */
    public void nextStep() {}

    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Uniform in 0 .. bound - 1. */
    public int below(int bound) {
        // Lemire's multiply-shift without rejection has a bias of at most bound / 2^32, which is acceptable here.
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** Returns true in {@code numerator} of {@code denominator} cases. */
    public boolean chance(int numerator, int denominator) {
        return below(denominator) < numerator;
    }

    /** Goes on as a stream with that seed. */
    final void reset(long seed) {
        state = seed;
    }

    public <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }

    /** An index with a probability in proportion to its weight; the last one if all weights are zero. */
    public int weighted(double[] weights) {
        double total = 0;
        for (double w : weights) {
            total += w;
        }
        double at = fraction() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            at -= weights[i];
            if (at < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** Uniform from 0 to below 1. */
    double fraction() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in 0 .. 2^bits - 1. */
    public BigInteger bits(int bits) {
        byte[] bytes = new byte[(bits + 7) / 8 + 1];
        for (int i = 1; i < bytes.length; i++) {
            bytes[i] = (byte) (nextLong() >>> 56);
        }
        if (bits % 8 != 0) {
            bytes[1] &= (byte) ((1 << (bits % 8)) - 1);
        }
        return new BigInteger(bytes);
    }

    /** Uniform in 0 .. bound (inclusive), with a bias below 2^-64. */
    public BigInteger upTo(BigInteger bound) {
        return bits(bound.bitLength() + 64).mod(bound.add(BigInteger.ONE));
    }

    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
