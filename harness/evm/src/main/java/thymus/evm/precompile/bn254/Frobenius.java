package thymus.evm.precompile.bn254;

import java.math.BigInteger;

/** The P-th power of a coefficient of a power of w: the conjugate times a constant, because w^P = ξ^((P−1)/6)·w. */
final class Frobenius {
    private static final Fp2[] FACTORS = new Fp2[6];

    static {
        Fp2 factor = Fp2.XI.power(Fp.P.subtract(BigInteger.ONE).divide(BigInteger.valueOf(6)));
        FACTORS[0] = Fp2.ONE;
        for (int i = 1; i < FACTORS.length; i++) {
            FACTORS[i] = FACTORS[i - 1].multiply(factor);
        }
    }

    private Frobenius() {}

    /** The coefficient of {@code w^power} in (x·w^power)^P. */
    static Fp2 map(Fp2 x, int power) {
        return x.conjugate().multiply(FACTORS[power]);
    }
}
