package thymus.evm.precompile.bn254;

import thymus.evm.precompile.field.Complex;

/** {@code a + bi} with i² = −1. */
public record Fp2(Fp a, Fp b) implements Complex<Fp, Fp2> {
    public static final Fp2 ZERO = new Fp2(Fp.ZERO, Fp.ZERO);
    public static final Fp2 ONE = new Fp2(Fp.ONE, Fp.ZERO);
    /** ξ = 9 + i, neither a square nor a cube. The higher fields adjoin its roots. */
    public static final Fp2 XI = new Fp2(Fp.of(9), Fp.ONE);

    @Override
    public Fp2 of(Fp real, Fp imaginary) {
        return new Fp2(real, imaginary);
    }

    /** Karatsuba: three products instead of four. */
    @Override
    public Fp2 multiply(Fp2 y) {
        Fp aa = a.multiply(y.a);
        Fp bb = b.multiply(y.b);
        return new Fp2(
                aa.subtract(bb), a.add(b).multiply(y.a.add(y.b)).subtract(aa).subtract(bb));
    }

    public Fp2 multiply(Fp y) {
        return new Fp2(a.multiply(y), b.multiply(y));
    }

    /** The product with {@link #XI}. */
    public Fp2 timesXi() {
        Fp2 nine = twice().twice().twice().add(this);
        return new Fp2(nine.a.subtract(b), nine.b.add(a));
    }

    @Override
    public Fp2 self() {
        return this;
    }
}
