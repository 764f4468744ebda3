package thymus.corpus.traps;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;

/** Chance, the same for the same seed. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    /** From 0 to {@code bound} - 1. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    boolean chance(int percent) {
        return below(100) < percent;
    }

    <T> T of(List<T> values) {
        return values.get(below(values.size()));
    }

    @SafeVarargs
    final <T> T of(T... values) {
        return values[below(values.length)];
    }

    BigInteger bits(int count) {
        return new BigInteger(count, random);
    }

    /** A number as programs have them: small, of full width, or beside a power of two. */
    BigInteger word(int width) {
        return switch (below(4)) {
            case 0 -> BigInteger.valueOf(below(1000)).mod(BigInteger.TWO.pow(width));
            case 1 ->
                BigInteger.TWO
                        .pow(below(width))
                        .add(BigInteger.valueOf(between(-1, 1)))
                        .max(BigInteger.ONE);
            default -> bits(width);
        };
    }

    BigInteger prime(int bits) {
        return BigInteger.probablePrime(bits, random);
    }
}
