package thymus.evm.precompile.bn254;

import thymus.evm.precompile.field.Field;

/** {@code a + bw} with w² = v, so that w⁶ = ξ: the target field of pairings. */
public record Fp12(Fp6 a, Fp6 b) implements Field<Fp12> {
    public static final Fp12 ONE = new Fp12(Fp6.ONE, Fp6.ZERO);

    @Override
    public Fp12 add(Fp12 y) {
        return new Fp12(a.add(y.a), b.add(y.b));
    }

    @Override
    public Fp12 subtract(Fp12 y) {
        return new Fp12(a.subtract(y.a), b.subtract(y.b));
    }

    @Override
    public Fp12 negate() {
        return new Fp12(a.negate(), b.negate());
    }

    @Override
    public Fp12 multiply(Fp12 y) {
        Fp6 aa = a.multiply(y.a);
        Fp6 bb = b.multiply(y.b);
        return new Fp12(
                aa.add(bb.timesV()),
                a.add(b).multiply(y.a.add(y.b)).subtract(aa).subtract(bb));
    }

    /** The product with {@code p + qw + rw³}, the shape of a line through two points of the curve. */
    public Fp12 multiply(Fp2 p, Fp2 q, Fp2 r) {
        Fp6 aa = a.multiply(p);
        Fp6 bb = b.multiply(q, r);
        return new Fp12(
                aa.add(bb.timesV()), a.add(b).multiply(p.add(q), r).subtract(aa).subtract(bb));
    }

    @Override
    public Fp12 square() {
        Fp6 ab = a.multiply(b);
        Fp6 aabb = a.add(b).multiply(a.add(b.timesV())).subtract(ab).subtract(ab.timesV());
        return new Fp12(aabb, ab.twice());
    }

    /**
     * The square of an element that is a (P⁶ − 1)(P² + 1)-th power, at half the cost (Granger and Scott, "Faster
     * squaring in the cyclotomic subgroup of sixth degree extensions", 2010). It is wrong for other elements.
     */
    public Fp12 cyclotomicSquare() {
        Fp2 ab = a.a().multiply(b.b()).twice();
        Fp2 cd = b.a().multiply(a.c()).twice();
        Fp2 ef = a.b().multiply(b.c()).twice();
        Fp2 s = a.a().square().add(b.b().square().timesXi());
        Fp2 t = b.a().square().add(a.c().square().timesXi());
        Fp2 u = a.b().square().add(b.c().square().timesXi());
        return new Fp12(
                new Fp6(below(s, a.a()), below(t, a.b()), below(u, a.c())),
                new Fp6(above(ef.timesXi(), b.a()), above(ab, b.b()), above(cd, b.c())));
    }

    /** 3x − 2y. */
    private static Fp2 below(Fp2 x, Fp2 y) {
        return x.subtract(y).twice().add(x);
    }

    /** 3x + 2y. */
    private static Fp2 above(Fp2 x, Fp2 y) {
        return x.add(y).twice().add(x);
    }

    /** {@code a − bw}, which is also the P⁶-th power; for results of the final exponentiation it is the inverse. */
    public Fp12 conjugate() {
        return new Fp12(a, b.negate());
    }

    /** The P-th power. */
    public Fp12 frobenius() {
        return new Fp12(
                new Fp6(a.a().conjugate(), Frobenius.map(a.b(), 2), Frobenius.map(a.c(), 4)),
                new Fp6(Frobenius.map(b.a(), 1), Frobenius.map(b.b(), 3), Frobenius.map(b.c(), 5)));
    }

    @Override
    public Fp12 inverse() {
        Fp6 norm = a.square().subtract(b.square().timesV()).inverse();
        return new Fp12(a.multiply(norm), b.multiply(norm).negate());
    }

    @Override
    public boolean isZero() {
        return a.isZero() && b.isZero();
    }

    @Override
    public Fp12 self() {
        return this;
    }
}
