package thymus.evm.precompile.bls12381;

import java.math.BigInteger;
import java.util.Optional;
import thymus.evm.precompile.field.Complex;

/** {@code a + bi} with i² = −1. */
public record Fp2(Fp a, Fp b) implements Complex<Fp, Fp2>, RootField<Fp2> {
    private static final Fp HALF = Fp.of(BigInteger.TWO).inverse();

    /** Decodes an element, the real part first; empty if a part is invalid. */
    public static Optional<Fp2> decode(byte[] input, int at) {
        return Fp.decode(input, at).flatMap(a -> Fp.decode(input, at + Fp.BYTES).map(b -> new Fp2(a, b)));
    }

    @Override
    public Fp2 of(Fp real, Fp imaginary) {
        return new Fp2(real, imaginary);
    }

    @Override
    public Fp2 multiply(Fp2 y) {
        return new Fp2(
                a.multiply(y.a).subtract(b.multiply(y.b)), a.multiply(y.b).add(b.multiply(y.a)));
    }

    /**
     * The root follows from (x + yi)² = x² − y² + 2xyi. The norm's root is x² + y², so x² is half the sum of
     * that root, of either sign, and the real part.
     */
    @Override
    public Optional<Fp2> squareRoot() {
        if (b.isZero()) {
            // A real number without a real root has an imaginary one, because its negation has a real root.
            return a.squareRoot()
                    .map(x -> new Fp2(x, Fp.ZERO))
                    .or(() -> a.negate().squareRoot().map(y -> new Fp2(Fp.ZERO, y)));
        }
        return norm().squareRoot()
                .flatMap(norm -> a.add(norm)
                        .multiply(HALF)
                        .squareRoot()
                        .or(() -> a.subtract(norm).multiply(HALF).squareRoot())
                        .map(x -> new Fp2(x, b.multiply(x.twice().inverse()))));
    }

    @Override
    public boolean isOdd() {
        return a.isOdd() || (a.isZero() && b.isOdd());
    }

    @Override
    public Fp2 self() {
        return this;
    }
}
