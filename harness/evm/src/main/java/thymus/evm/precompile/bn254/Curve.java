package thymus.evm.precompile.bn254;

import java.math.BigInteger;
import java.util.Optional;
import thymus.evm.precompile.field.Field;
import thymus.evm.primitive.Word;

/** The two groups that are paired: G1 on y² = x³ + 3, and G2 on its twist y² = x³ + 3/ξ over {@link Fp2}. */
public final class Curve {
    /** The order of both groups. */
    public static final BigInteger ORDER =
            new BigInteger("30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001", 16);
    /** The parameter u of the polynomials for P and the order: P = 36u⁴ + 36u³ + 24u² + 6u + 1. */
    static final BigInteger U = BigInteger.valueOf(4965661367192848881L);

    static final Fp2 TWIST_B = Fp2.XI.inverse().multiply(Fp.of(3));
    private static final Fp B = Fp.of(3);
    /** The trace of Frobenius minus one, 6u². */
    private static final BigInteger TRACE_LESS_ONE = U.pow(2).multiply(BigInteger.valueOf(6));

    private Curve() {}

    /** The point with these coordinates, where (0, 0) is infinity; empty if it is not on the curve. */
    public static Optional<Point<Fp>> g1(Word x, Word y) {
        Optional<Fp> fx = Fp.of(x);
        Optional<Fp> fy = Fp.of(y);
        return fx.isEmpty() || fy.isEmpty() ? Optional.empty() : point(fx.get(), fy.get(), Fp.ONE, B);
    }

    /** The point of the twist with these coordinates; empty if it is not in G2. */
    public static Optional<Point<Fp2>> g2(Fp2 x, Fp2 y) {
        return point(x, y, Fp2.ONE, TWIST_B).filter(Curve::isInG2);
    }

    private static <F extends Field<F>> Optional<Point<F>> point(F x, F y, F one, F b) {
        if (x.isZero() && y.isZero()) {
            return Optional.of(new Point<>(one, one, x));
        }
        boolean lies = y.square().equals(x.square().multiply(x).add(b));
        return lies ? Optional.of(new Point<>(x, y, one)) : Optional.empty();
    }

    /**
     * A membership test with half the bits of a multiplication by the order. On the whole twist Frobenius ψ satisfies
     * ψ² − tψ + P = 0. So ψ(Q) = (t−1)Q implies that ((t−1)² − t(t−1) + P)Q = (P + 1 − t)Q, the order
     * times Q, is infinity. Conversely, ψ multiplies by P on G2, which is t − 1 modulo the order.
     */
    static boolean isInG2(Point<Fp2> point) {
        return frobenius(point).isSame(point.multiply(TRACE_LESS_ONE));
    }

    /**
     * ψ: the Frobenius of the curve over {@link Fp12}, transferred to the twist, whose (x, y) is (xw², yw³) there.
     */
    static Point<Fp2> frobenius(Point<Fp2> point) {
        return new Point<>(
                Frobenius.map(point.x(), 2),
                Frobenius.map(point.y(), 3),
                point.z().conjugate());
    }
}
