package thymus.solver.term;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;

/** Numbers near the borders at which word arithmetic changes its mind. */
public final class Numbers {
    private static final List<Integer> WIDTHS =
            List.of(1, 2, 7, 8, 16, 31, 32, 63, 64, 96, 127, 128, 160, 224, 248, 255, 256);

    private Numbers() {}

    /** In [0, 2^256). */
    public static BigInteger word(Random random) {
        return upTo(BigInteger.TWO.pow(256).subtract(BigInteger.ONE), random);
    }

    /** From zero to the bound, both included. */
    public static BigInteger upTo(BigInteger bound, Random random) {
        BigInteger number = switch (random.nextInt(6)) {
            case 0 -> BigInteger.valueOf(random.nextInt(4));
            case 1 -> bound.subtract(BigInteger.valueOf(random.nextInt(3)));
            case 2, 3 ->
                BigInteger.TWO
                        .pow(WIDTHS.get(random.nextInt(WIDTHS.size())))
                        .add(BigInteger.valueOf(random.nextInt(3) - 1));
            case 4 -> new BigInteger(WIDTHS.get(random.nextInt(WIDTHS.size())), random);
            default -> BigInteger.valueOf(random.nextInt(1000));
        };
        return number.max(BigInteger.ZERO).mod(bound.add(BigInteger.ONE));
    }

    public static BigInteger between(Interval range, Random random) {
        BigInteger low = range.low().orElseThrow();
        return low.add(upTo(range.high().orElseThrow().subtract(low), random));
    }
}
