package thymus.evm.precompile.bn254;

import thymus.evm.precompile.field.Field;

/** {@code a + bv + cv²} with v³ = ξ. */
public record Fp6(Fp2 a, Fp2 b, Fp2 c) implements Field<Fp6> {
    public static final Fp6 ZERO = new Fp6(Fp2.ZERO, Fp2.ZERO, Fp2.ZERO);
    public static final Fp6 ONE = new Fp6(Fp2.ONE, Fp2.ZERO, Fp2.ZERO);

    @Override
    public Fp6 add(Fp6 y) {
        return new Fp6(a.add(y.a), b.add(y.b), c.add(y.c));
    }

    @Override
    public Fp6 subtract(Fp6 y) {
        return new Fp6(a.subtract(y.a), b.subtract(y.b), c.subtract(y.c));
    }

    @Override
    public Fp6 negate() {
        return new Fp6(a.negate(), b.negate(), c.negate());
    }

    /** Karatsuba: six products instead of nine. */
    @Override
    public Fp6 multiply(Fp6 y) {
        Fp2 aa = a.multiply(y.a);
        Fp2 bb = b.multiply(y.b);
        Fp2 cc = c.multiply(y.c);
        Fp2 bc = b.add(c).multiply(y.b.add(y.c)).subtract(bb).subtract(cc);
        Fp2 ab = a.add(b).multiply(y.a.add(y.b)).subtract(aa).subtract(bb);
        Fp2 ac = a.add(c).multiply(y.a.add(y.c)).subtract(aa).subtract(cc);
        return new Fp6(aa.add(bc.timesXi()), ab.add(cc.timesXi()), ac.add(bb));
    }

    public Fp6 multiply(Fp2 y) {
        return new Fp6(a.multiply(y), b.multiply(y), c.multiply(y));
    }

    /** The product with {@code ya + yb·v}, in five multiplications. */
    public Fp6 multiply(Fp2 ya, Fp2 yb) {
        Fp2 aa = a.multiply(ya);
        Fp2 bb = b.multiply(yb);
        Fp2 ab = a.add(b).multiply(ya.add(yb)).subtract(aa).subtract(bb);
        return new Fp6(aa.add(c.multiply(yb).timesXi()), ab, bb.add(c.multiply(ya)));
    }

    @Override
    public Fp6 square() {
        return multiply(this);
    }

    /** The product with v. */
    public Fp6 timesV() {
        return new Fp6(c.timesXi(), a, b);
    }

    /** Computes the inverse by the adjugate: the product with the inverse of its norm, which is in the field below. */
    @Override
    public Fp6 inverse() {
        Fp2 x = a.square().subtract(b.multiply(c).timesXi());
        Fp2 y = c.square().timesXi().subtract(a.multiply(b));
        Fp2 z = b.square().subtract(a.multiply(c));
        Fp2 norm = a.multiply(x).add(c.multiply(y).add(b.multiply(z)).timesXi());
        return new Fp6(x, y, z).multiply(norm.inverse());
    }

    @Override
    public boolean isZero() {
        return a.isZero() && b.isZero() && c.isZero();
    }

    @Override
    public Fp6 self() {
        return this;
    }
}
