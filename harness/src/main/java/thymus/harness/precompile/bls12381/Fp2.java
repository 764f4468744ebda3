package thymus.harness.precompile.bls12381;

import java.math.BigInteger;
import java.util.Optional;

/** {@code a + bi} with i² = −1. */
public record Fp2(Fp a, Fp b) implements RootField<Fp2> {
    private static final Fp HALF = Fp.of(BigInteger.TWO).inverse();

    /** Reads an encoded element, the real part first; empty where a part is none. */
    public static Optional<Fp2> decode(byte[] input, int at) {
        return Fp.decode(input, at).flatMap(a -> Fp.decode(input, at + Fp.BYTES).map(b -> new Fp2(a, b)));
    }

    @Override
    public Fp2 add(Fp2 y) {
        return new Fp2(a.add(y.a), b.add(y.b));
    }

    @Override
    public Fp2 subtract(Fp2 y) {
        return new Fp2(a.subtract(y.a), b.subtract(y.b));
    }

    @Override
    public Fp2 negate() {
        return new Fp2(a.negate(), b.negate());
    }

    @Override
    public Fp2 multiply(Fp2 y) {
        return new Fp2(a.multiply(y.a).subtract(b.multiply(y.b)), a.multiply(y.b).add(b.multiply(y.a)));
    }

    @Override
    public Fp2 square() {
        return new Fp2(a.add(b).multiply(a.subtract(b)), a.multiply(b).twice());
    }

    @Override
    public Fp2 inverse() {
        Fp norm = a.square().add(b.square()).inverse();
        return new Fp2(a.multiply(norm), b.multiply(norm).negate());
    }

    /**
     * From (x + yi)² = x² − y² + 2xyi: the norm's root is x² + y², so x² is half the sum of it, of either sign, and the real
     * part.
     */
    @Override
    public Optional<Fp2> squareRoot() {
        if (b.isZero()) {
            // A number has a root here even where it has none among the numbers: then its negation has.
            return a.squareRoot().map(x -> new Fp2(x, Fp.ZERO))
                    .or(() -> a.negate().squareRoot().map(y -> new Fp2(Fp.ZERO, y)));
        }
        return a.square().add(b.square()).squareRoot().flatMap(norm -> a.add(norm).multiply(HALF).squareRoot()
                .or(() -> a.subtract(norm).multiply(HALF).squareRoot())
                .map(x -> new Fp2(x, b.multiply(x.twice().inverse()))));
    }

    @Override
    public boolean isOdd() {
        return a.isOdd() || a.isZero() && b.isOdd();
    }

    @Override
    public boolean isZero() {
        return a.isZero() && b.isZero();
    }

    @Override
    public Fp2 self() {
        return this;
    }
}
