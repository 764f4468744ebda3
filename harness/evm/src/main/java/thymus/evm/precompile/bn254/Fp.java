package thymus.evm.precompile.bn254;

import java.math.BigInteger;
import java.util.Optional;
import thymus.evm.precompile.field.Field;
import thymus.evm.primitive.Word;

/**
 * An element of the base field of the curve in Montgomery form: x is stored as x·2^260 mod P in five limbs of 52 bits.
 * Such limbs have room for many added products before carries are handled. The JVM has no cheap carry, so this is as
 * fast as four limbs of 64 bits and much shorter.
 */
public record Fp(long a, long b, long c, long d, long e) implements Field<Fp> {
    public static final BigInteger P =
            new BigInteger("30644e72e131a029b85045b68181585d97816a916871ca8d3c208c16d87cfd47", 16);
    private static final long MASK = (1L << 52) - 1;
    private static final long P0 = 0x8c16d87cfd47L;
    private static final long P1 = 0x916871ca8d3c2L;
    private static final long P2 = 0x181585d97816aL;
    private static final long P3 = 0xa029b85045b68L;
    private static final long P4 = 0x30644e72e131L;
    /** −1/P modulo 2^52. */
    private static final long INVERSE = 0x20782e4866389L;

    private static final Word MODULUS = Word.of(P);
    /** 2^520 mod P. A product with it converts a number to Montgomery form. */
    private static final Fp SQUARED_RADIX = raw(Word.of(BigInteger.TWO.pow(520).mod(P)));

    public static final Fp ZERO = new Fp(0, 0, 0, 0, 0);
    public static final Fp ONE = of(1);

    public static Fp of(long value) {
        return raw(Word.of(value)).multiply(SQUARED_RADIX);
    }

    /** The element; empty if the number is P or above. */
    public static Optional<Fp> of(Word value) {
        return value.isBelow(MODULUS) ? Optional.of(raw(value).multiply(SQUARED_RADIX)) : Optional.empty();
    }

    private static Fp raw(Word x) {
        long x0 = x.limb(0);
        long x1 = x.limb(1);
        long x2 = x.limb(2);
        long x3 = x.limb(3);
        return new Fp(
                x0 & MASK,
                (x0 >>> 52 | x1 << 12) & MASK,
                (x1 >>> 40 | x2 << 24) & MASK,
                (x2 >>> 28 | x3 << 36) & MASK,
                x3 >>> 16);
    }

    /** The number, below P. */
    public Word toWord() {
        Fp x = multiply(new Fp(1, 0, 0, 0, 0));
        return Word.of(x.d >>> 36 | x.e << 16, x.c >>> 24 | x.d << 28, x.b >>> 12 | x.c << 40, x.a | x.b << 52);
    }

    @Override
    public Fp add(Fp y) {
        return reduced(a + y.a, b + y.b, c + y.c, d + y.d, e + y.e);
    }

    @Override
    public Fp subtract(Fp y) {
        return reduced(a - y.a + P0, b - y.b + P1, c - y.c + P2, d - y.d + P3, e - y.e + P4);
    }

    @Override
    public Fp negate() {
        return reduced(P0 - a, P1 - b, P2 - c, P3 - d, P4 - e);
    }

    /** Normalizes limbs of any sign and up to 62 bits, whose value is in [0, 2P). */
    private static Fp reduced(long x0, long x1, long x2, long x3, long x4) {
        long y0 = x0 - P0;
        long y1 = x1 - P1 + (y0 >> 52);
        long y2 = x2 - P2 + (y1 >> 52);
        long y3 = x3 - P3 + (y2 >> 52);
        long y4 = x4 - P4 + (y3 >> 52);
        long below = y4 >> 63;
        long z0 = (y0 & MASK) + (P0 & below);
        long z1 = (y1 & MASK) + (P1 & below) + (z0 >> 52);
        long z2 = (y2 & MASK) + (P2 & below) + (z1 >> 52);
        long z3 = (y3 & MASK) + (P3 & below) + (z2 >> 52);
        return new Fp(z0 & MASK, z1 & MASK, z2 & MASK, z3 & MASK, y4 + (P4 & below) + (z3 >> 52));
    }

    /**
     * Montgomery's product x·y/2^260. Each round takes a limb of x and adds the multiple of P that clears the lowest
     * limb.
     */
    @Override
    public Fp multiply(Fp y) {
        long x = a;
        long x1 = b;
        long x2 = c;
        long x3 = d;
        long x4 = e;
        long r0 = 0;
        long r1 = 0;
        long r2 = 0;
        long r3 = 0;
        long r4 = 0;
        for (int round = 0; round < 5; round++) {
            r0 += low(x, y.a);
            long m = r0 * INVERSE & MASK;
            long carry = (r0 + low(m, P0)) >>> 52;
            r0 = r1 + low(x, y.b) + high(x, y.a) + low(m, P1) + high(m, P0) + carry;
            r1 = r2 + low(x, y.c) + high(x, y.b) + low(m, P2) + high(m, P1);
            r2 = r3 + low(x, y.d) + high(x, y.c) + low(m, P3) + high(m, P2);
            r3 = r4 + low(x, y.e) + high(x, y.d) + low(m, P4) + high(m, P3);
            r4 = high(x, y.e) + high(m, P4);
            x = x1;
            x1 = x2;
            x2 = x3;
            x3 = x4;
        }
        return reduced(r0, r1, r2, r3, r4);
    }

    private static long low(long x, long y) {
        return x * y & MASK;
    }

    /** The bits from bit 52 of a product of 52-bit limbs. */
    private static long high(long x, long y) {
        return Math.multiplyHigh(x << 6, y << 6);
    }

    @Override
    public Fp square() {
        return multiply(this);
    }

    @Override
    public Fp inverse() {
        return of(Word.of(toWord().toBigInteger().modInverse(P))).orElseThrow();
    }

    @Override
    public boolean isZero() {
        return (a | b | c | d | e) == 0;
    }

    @Override
    public Fp self() {
        return this;
    }

    @Override
    public String toString() {
        return toWord().toString();
    }
}
