package thymus.evm.precompile.bn254;

import java.math.BigInteger;

/**
 * One pair's part of the Miller loop of the optimal ate pairing. A point T of G2 goes from Q to (6u + 2)Q, and the
 * lines on the path are evaluated at P. T is in homogeneous coordinates (x/z, y/z). The lines are correct up to a
 * factor from {@link Fp6}, which the final exponentiation maps to 1 (Costello, Lange and Naehrig, "Faster pairing
 * computations on curves with high-degree twists", 2010).
 */
final class MillerLoop {
    /** The signed digits of 6u + 2, lowest first. */
    static final int[] DIGITS =
            SignedDigits.of(Curve.U.multiply(BigInteger.valueOf(6)).add(BigInteger.TWO), 2);

    private static final Fp HALF = Fp.of(2).inverse();
    private static final Fp2 THREE_B = Curve.TWIST_B.multiply(Fp.of(3));

    private final Point<Fp> p;
    private final Point<Fp2> q;
    private Fp2 x;
    private Fp2 y;
    private Fp2 z = Fp2.ONE;

    /** @param p with z = 1, as is {@code q} */
    MillerLoop(Point<Fp> p, Point<Fp2> q) {
        this.p = p;
        this.q = q;
        x = q.x();
        y = q.y();
    }

    /** Multiplies f by the tangent at T and doubles T. */
    Fp12 twice(Fp12 f) {
        Fp2 yy = y.square();
        Fp2 zz = z.square();
        Fp2 bzz = THREE_B.multiply(zz);
        Fp2 bzz3 = bzz.twice().add(bzz);
        Fp2 yz2 = y.add(z).square().subtract(yy).subtract(zz);
        Fp2 xx = x.square();
        Fp2 xx3 = xx.twice().add(xx);
        Fp2 half = yy.add(bzz3).multiply(HALF);
        Fp2 bzzSquared = bzz.square();
        x = x.multiply(y).multiply(HALF).multiply(yy.subtract(bzz3));
        y = half.square().subtract(bzzSquared.twice().add(bzzSquared));
        z = yy.multiply(yz2);
        return f.multiply(yz2.multiply(p.y()), xx3.multiply(p.x()).negate(), yy.subtract(bzz));
    }

    /** Multiplies f by the line through T and Q or −Q, by the digit's sign, and adds that point to T. */
    Fp12 add(Fp12 f, int digit) {
        return add(f, digit > 0 ? q : q.negate());
    }

    /** Multiplies f by the last two lines, through ψ(Q) and −ψ²(Q). */
    Fp12 finish(Fp12 f) {
        Point<Fp2> first = Curve.frobenius(q);
        return add(add(f, first), Curve.frobenius(first).negate());
    }

    private Fp12 add(Fp12 f, Point<Fp2> other) {
        Fp2 theta = y.subtract(other.y().multiply(z));
        Fp2 lambda = x.subtract(other.x().multiply(z));
        Fp2 lambda2 = lambda.square();
        Fp2 lambda3 = lambda2.multiply(lambda);
        Fp2 g = x.multiply(lambda2);
        Fp2 h = lambda3.add(z.multiply(theta.square())).subtract(g.twice());
        x = lambda.multiply(h);
        y = theta.multiply(g.subtract(h)).subtract(lambda3.multiply(y));
        z = z.multiply(lambda3);
        return f.multiply(
                lambda.multiply(p.y()),
                theta.multiply(p.x()).negate(),
                theta.multiply(other.x()).subtract(lambda.multiply(other.y())));
    }
}
