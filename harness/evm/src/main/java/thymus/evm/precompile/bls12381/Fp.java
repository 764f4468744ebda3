package thymus.evm.precompile.bls12381;

import java.math.BigInteger;
import java.util.Optional;

/**
 * An element of the base field of the curve. Only the maps to the curve use it, for a few hundred operations each, so
 * {@link BigInteger} is fast enough.
 */
public record Fp(BigInteger value) implements RootField<Fp> {
    /** The length of an encoded element: 16 zero bytes, followed by the number. */
    public static final int BYTES = 64;

    public static final BigInteger P = new BigInteger(
            "1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f624" + "1eabfffeb153ffffb9feffffffffaaab",
            16);
    static final Fp ZERO = new Fp(BigInteger.ZERO);
    static final Fp ONE = new Fp(BigInteger.ONE);
    private static final int PADDING = 16;
    private static final BigInteger ROOT = P.add(BigInteger.ONE).shiftRight(2);

    static Fp of(BigInteger value) {
        return new Fp(value.mod(P));
    }

    /** Decodes an element; empty if the encoding is invalid or the number is P or above. */
    public static Optional<Fp> decode(byte[] input, int at) {
        BigInteger value = new BigInteger(1, input, at, BYTES);
        return value.compareTo(P) < 0 ? Optional.of(new Fp(value)) : Optional.empty();
    }

    /** The 48 bytes of the number, as blst reads them. */
    byte[] toBytes() {
        byte[] digits = value.toByteArray();
        byte[] bytes = new byte[BYTES - PADDING];
        int from = Math.max(digits.length - bytes.length, 0);
        System.arraycopy(digits, from, bytes, bytes.length - digits.length + from, digits.length - from);
        return bytes;
    }

    @Override
    public Fp add(Fp y) {
        return of(value.add(y.value));
    }

    @Override
    public Fp subtract(Fp y) {
        return of(value.subtract(y.value));
    }

    @Override
    public Fp negate() {
        return of(value.negate());
    }

    @Override
    public Fp multiply(Fp y) {
        return of(value.multiply(y.value));
    }

    @Override
    public Fp square() {
        return of(value.multiply(value));
    }

    @Override
    public Fp inverse() {
        return new Fp(value.modInverse(P));
    }

    /** P is 3 modulo 4, so the (P + 1)/4-th power of a square is a root of it. */
    @Override
    public Optional<Fp> squareRoot() {
        Fp root = new Fp(value.modPow(ROOT, P));
        return root.square().equals(this) ? Optional.of(root) : Optional.empty();
    }

    @Override
    public boolean isOdd() {
        return value.testBit(0);
    }

    @Override
    public boolean isZero() {
        return value.signum() == 0;
    }

    @Override
    public Fp self() {
        return this;
    }
}
