package thymus.evm.primitive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Word arithmetic is that of the integers modulo 2^256. */
class WordTest {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    /** Limbs of all ones, single bits and small numbers are where carries and quotient estimates go wrong. */
    @Provide
    Arbitrary<Word> words() {
        Arbitrary<Long> limb = Arbitraries.oneOf(
                Arbitraries.longs(),
                Arbitraries.of(0L, 0L, -1L, 1L, Long.MIN_VALUE),
                Arbitraries.integers().between(0, 63).map(bit -> 1L << bit),
                Arbitraries.integers().between(0, 63).map(bit -> -(1L << bit)));
        return Combinators.combine(
                        limb, limb, limb, limb, Arbitraries.integers().between(0, 4))
                .as((a, b, c, d, kept) -> Word.of(kept > 3 ? a : 0, kept > 2 ? b : 0, kept > 1 ? c : 0, d));
    }

    @Property(tries = 5000)
    void sumsAndProducts(@ForAll("words") Word x, @ForAll("words") Word y) {
        BigInteger m = x.toBigInteger();
        BigInteger n = y.toBigInteger();
        assertEquals(wrap(m.add(n)), x.add(y));
        assertEquals(wrap(m.subtract(n)), x.sub(y));
        assertEquals(wrap(m.multiply(n)), x.mul(y));
        assertEquals(wrap(m.negate()), x.negate());
    }

    @Property(tries = 5000)
    void quotients(@ForAll("words") Word x, @ForAll("words") Word y) {
        BigInteger m = x.toBigInteger();
        BigInteger n = y.toBigInteger();
        boolean zero = n.signum() == 0;
        assertEquals(zero ? Word.ZERO : wrap(m.divide(n)), x.div(y));
        assertEquals(zero ? Word.ZERO : wrap(m.mod(n)), x.mod(y));
        BigInteger p = x.toSignedBigInteger();
        BigInteger q = y.toSignedBigInteger();
        assertEquals(zero ? Word.ZERO : wrap(p.divide(q)), x.sdiv(y));
        assertEquals(zero ? Word.ZERO : wrap(p.remainder(q)), x.smod(y));
    }

    @Property(tries = 5000)
    void modularArithmeticDoesNotWrapInBetween(
            @ForAll("words") Word x, @ForAll("words") Word y, @ForAll("words") Word z) {
        BigInteger m = z.toBigInteger();
        boolean zero = m.signum() == 0;
        BigInteger sum = x.toBigInteger().add(y.toBigInteger());
        BigInteger product = x.toBigInteger().multiply(y.toBigInteger());
        assertEquals(zero ? Word.ZERO : wrap(sum.mod(m)), x.addmod(y, z));
        assertEquals(zero ? Word.ZERO : wrap(product.mod(m)), x.mulmod(y, z));
    }

    @Property
    void powers(@ForAll("words") Word x, @ForAll("words") Word y) {
        assertEquals(Word.of(x.toBigInteger().modPow(y.toBigInteger(), MODULUS)), x.exp(y));
    }

    @Property
    void comparisons(@ForAll("words") Word x, @ForAll("words") Word y) {
        int unsigned = x.toBigInteger().compareTo(y.toBigInteger());
        int signed = x.toSignedBigInteger().compareTo(y.toSignedBigInteger());
        assertEquals(Word.of(unsigned < 0), x.lt(y));
        assertEquals(Word.of(unsigned > 0), x.gt(y));
        assertEquals(Word.of(signed < 0), x.slt(y));
        assertEquals(Word.of(signed > 0), x.sgt(y));
        assertEquals(Word.of(unsigned == 0), x.eq(y));
        assertEquals(unsigned, Integer.signum(x.compareTo(y)));
        assertEquals(unsigned == 0, x.equals(y));
        assertEquals(Word.of(x.toBigInteger().signum() == 0), x.iszero());
    }

    @Property
    void bitwise(@ForAll("words") Word x, @ForAll("words") Word y) {
        assertEquals(wrap(x.toBigInteger().and(y.toBigInteger())), x.and(y));
        assertEquals(wrap(x.toBigInteger().or(y.toBigInteger())), x.or(y));
        assertEquals(wrap(x.toBigInteger().xor(y.toBigInteger())), x.xor(y));
        assertEquals(wrap(x.toBigInteger().not()), x.not());
        assertEquals(Word.of(256 - x.toBigInteger().bitLength()), x.clz());
    }

    @Provide
    Arbitrary<Word> amounts() {
        return Arbitraries.oneOf(Arbitraries.integers().between(0, 300).map(Word::of), words());
    }

    @Property(tries = 3000)
    void shifts(@ForAll("amounts") Word amount, @ForAll("words") Word x) {
        int bits = amount.toBigInteger().min(BigInteger.valueOf(256)).intValue();
        assertEquals(wrap(x.toBigInteger().shiftLeft(bits)), amount.shl(x));
        assertEquals(wrap(x.toBigInteger().shiftRight(bits)), amount.shr(x));
        assertEquals(wrap(x.toSignedBigInteger().shiftRight(bits)), amount.sar(x));
    }

    @Property
    void bytesAndSigns(@ForAll("amounts") Word index, @ForAll("words") Word x) {
        int i = index.toBigInteger().min(BigInteger.valueOf(32)).intValue();
        byte[] bytes = x.toBytes32();
        assertEquals(i < 32 ? Word.of(bytes[i] & 0xff) : Word.ZERO, index.byteOf(x));
        byte[] tail = java.util.Arrays.copyOfRange(bytes, i < 31 ? 31 - i : 0, 32);
        assertEquals(wrap(new BigInteger(tail)), index.signextend(x));
    }

    @Property
    void conversionsAgree(@ForAll("words") Word x) {
        assertEquals(x, Word.of(x.toBigInteger()));
        assertEquals(x, Word.of(x.toSignedBigInteger()));
        assertEquals(x, Word.fromBytes(x.toBytes32()));
        assertEquals(x, Word.parse(x.toString()));
        assertEquals(x.hashCode(), Word.fromBytes(x.toBytes32()).hashCode());
        assertArrayEquals(x.toBytes32(), WordBytes.read32(x.toBytes32(), 0).toBytes32());
        assertEquals(x.toBigInteger().bitLength() < 64, x.fitsLong());
        assertEquals(x.toBigInteger().min(BigInteger.valueOf(Long.MAX_VALUE)).longValue(), x.clampToLong());
    }

    private static Word wrap(BigInteger value) {
        return Word.of(value.mod(MODULUS));
    }
}
