package thymus.evm.primitive;

import java.math.BigInteger;

/**
 * An EVM word: an immutable unsigned 256-bit number. Arithmetic is modulo 2^256, as in the EVM instruction of the same
 * name (Yellow Paper, appendix H). {@code this} is the operand on top of the stack.
 *
 * <p>It is a record because HotSpot trusts record fields to be constant: the limbs of a constant word are constants in
 * compiled code.
 *
 * @param a the most significant 64 bits
 * @param d the least significant 64 bits
 */
public record Word(long a, long b, long c, long d) implements Comparable<Word> {
    private static final Word[] SMALL = new Word[257];

    static {
        for (int i = 0; i < SMALL.length; i++) {
            SMALL[i] = new Word(0, 0, 0, i);
        }
    }

    public static final Word ZERO = SMALL[0];
    public static final Word ONE = SMALL[1];
    /** 2^256 − 1, or −1 as a signed number. */
    public static final Word MAX = new Word(-1, -1, -1, -1);

    /**
     * The word with this value.
     *
     * @param value taken as unsigned
     */
    public static Word of(long value) {
        return value >= 0 && value < SMALL.length ? SMALL[(int) value] : new Word(0, 0, 0, value);
    }

    /** The word with these limbs, from the most significant to the least. */
    public static Word of(long a, long b, long c, long d) {
        return new Word(a, b, c, d);
    }

    /** The value modulo 2^256; a negative number in two's complement. */
    public static Word of(BigInteger value) {
        if (value.bitLength() < 64) {
            long low = value.longValue();
            return low >= 0 ? of(low) : new Word(-1, -1, -1, low);
        }
        if (value.bitLength() < 128) {
            long high = value.shiftRight(64).longValue();
            return new Word(high >> 63, high >> 63, high, value.longValue());
        }
        return new Word(
                value.shiftRight(192).longValue(),
                value.shiftRight(128).longValue(),
                value.shiftRight(64).longValue(),
                value.longValue());
    }

    /** One for true, zero for false. */
    public static Word of(boolean value) {
        return value ? ONE : ZERO;
    }

    /**
     * The word with these bytes.
     *
     * @param bytes big-endian; only the last 32 count
     */
    public static Word fromBytes(byte[] bytes) {
        return WordBytes.read(bytes, 0, bytes.length);
    }

    /**
     * Parses a hexadecimal number.
     *
     * @param hex with or without {@code 0x}
     * @throws NumberFormatException if it is not hexadecimal
     */
    public static Word parse(String hex) {
        String digits = hex.startsWith("0x") ? hex.substring(2) : hex;
        return digits.isEmpty() ? ZERO : of(new BigInteger(digits, 16));
    }

    /** The value as 32 bytes, big-endian. */
    public byte[] toBytes32() {
        byte[] bytes = new byte[32];
        WordBytes.write(this, bytes, 0);
        return bytes;
    }

    /** The value as an unsigned number. */
    public BigInteger toBigInteger() {
        if (fitsLong()) {
            return BigInteger.valueOf(d);
        }
        // The BigInteger constructor would search for the first non-zero byte.
        int size = (bitLength() + 7) >>> 3;
        return new BigInteger(1, toBytes32(), 32 - size, size);
    }

    /** The value as a signed number in two's complement. */
    public BigInteger toSignedBigInteger() {
        return new BigInteger(toBytes32());
    }

    /** The low 64 bits. */
    public long toLong() {
        return d;
    }

    /**
     * One of the four limbs.
     *
     * @param index 0 for the least significant
     */
    public long limb(int index) {
        return switch (index) {
            case 0 -> d;
            case 1 -> c;
            case 2 -> b;
            case 3 -> a;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    /** Returns whether the value is below 2^63, so that {@link #toLong} is exact. */
    public boolean fitsLong() {
        return (a | b | c) == 0 && d >= 0;
    }

    /**
     * The value if it is below 2^63, otherwise {@link Long#MAX_VALUE}. For sizes and gas, for which both are too much.
     */
    public long clampToLong() {
        return fitsLong() ? d : Long.MAX_VALUE;
    }

    /** Returns whether the value is zero. */
    public boolean isZero() {
        return (a | b | c | d) == 0;
    }

    /** Returns whether the top bit is set, so that the value is negative as a signed number. */
    public boolean isNegative() {
        return a < 0;
    }

    /** The number of significant bits; 0 for 0. */
    public int bitLength() {
        return 256 - leadingZeros();
    }

    /** The number of leading zero bits; 256 for 0. */
    public int leadingZeros() {
        return a != 0
                ? Long.numberOfLeadingZeros(a)
                : b != 0
                        ? 64 + Long.numberOfLeadingZeros(b)
                        : c != 0 ? 128 + Long.numberOfLeadingZeros(c) : 192 + Long.numberOfLeadingZeros(d);
    }

    /** ADD, modulo 2^256. */
    public Word add(Word y) {
        long r0 = d + y.d;
        long carry = ((d & y.d) | ((d | y.d) & ~r0)) >>> 63;
        long r1 = c + y.c + carry;
        carry = ((c & y.c) | ((c | y.c) & ~r1)) >>> 63;
        long r2 = b + y.b + carry;
        carry = ((b & y.b) | ((b | y.b) & ~r2)) >>> 63;
        return new Word(a + y.a + carry, r2, r1, r0);
    }

    /** SUB, modulo 2^256. */
    public Word sub(Word y) {
        long r0 = d - y.d;
        long borrow = ((~d & y.d) | ((~d | y.d) & r0)) >>> 63;
        long r1 = c - y.c - borrow;
        borrow = ((~c & y.c) | ((~c | y.c) & r1)) >>> 63;
        long r2 = b - y.b - borrow;
        borrow = ((~b & y.b) | ((~b | y.b) & r2)) >>> 63;
        return new Word(a - y.a - borrow, r2, r1, r0);
    }

    /** The two's complement negation. */
    public Word negate() {
        return ZERO.sub(this);
    }

    /** MUL, modulo 2^256. */
    public Word mul(Word y) {
        return Product.low(this, y);
    }

    /** DIV: the unsigned quotient; zero if the divisor is zero. */
    public Word div(Word y) {
        return Quotient.div(this, y);
    }

    /** MOD: the unsigned remainder; zero if the divisor is zero. */
    public Word mod(Word y) {
        return Quotient.mod(this, y);
    }

    /** SDIV: the signed quotient, rounded towards zero; zero if the divisor is zero. */
    public Word sdiv(Word y) {
        Word q = magnitude().div(y.magnitude());
        return (a ^ y.a) < 0 ? q.negate() : q;
    }

    /** SMOD: the remainder has the sign of the dividend; zero if the divisor is zero. */
    public Word smod(Word y) {
        Word r = magnitude().mod(y.magnitude());
        return a < 0 ? r.negate() : r;
    }

    private Word magnitude() {
        return a < 0 ? negate() : this;
    }

    /** ADDMOD: the sum before any wrap, modulo {@code modulus}; zero if that is zero. */
    public Word addmod(Word y, Word modulus) {
        return Quotient.addmod(this, y, modulus);
    }

    /** MULMOD: the product before any wrap, modulo {@code modulus}; zero if that is zero. */
    public Word mulmod(Word y, Word modulus) {
        return Quotient.mulmod(this, y, modulus);
    }

    /** EXP, modulo 2^256. */
    public Word exp(Word exponent) {
        return Product.power(this, exponent);
    }

    /** SIGNEXTEND: {@code this} is the index of the byte whose top bit is the sign. */
    public Word signextend(Word value) {
        return Shift.signextend(this, value);
    }

    /** LT: one if this is below {@code y} as an unsigned number. */
    public Word lt(Word y) {
        return of(isBelow(y));
    }

    /** GT: one if this is above {@code y} as an unsigned number. */
    public Word gt(Word y) {
        return of(y.isBelow(this));
    }

    /** SLT: one if this is below {@code y} as a signed number. */
    public Word slt(Word y) {
        return of((a ^ y.a) < 0 ? a < 0 : isBelow(y));
    }

    /** SGT: one if this is above {@code y} as a signed number. */
    public Word sgt(Word y) {
        return y.slt(this);
    }

    /** EQ: one if both are equal. */
    public Word eq(Word y) {
        return of(isEqual(y));
    }

    /** ISZERO: one if this is zero. */
    public Word iszero() {
        return of(isZero());
    }

    /** AND, bitwise. */
    public Word and(Word y) {
        return new Word(a & y.a, b & y.b, c & y.c, d & y.d);
    }

    /** OR, bitwise. */
    public Word or(Word y) {
        return new Word(a | y.a, b | y.b, c | y.c, d | y.d);
    }

    /** XOR, bitwise. */
    public Word xor(Word y) {
        return new Word(a ^ y.a, b ^ y.b, c ^ y.c, d ^ y.d);
    }

    /** NOT, bitwise. */
    public Word not() {
        return new Word(~a, ~b, ~c, ~d);
    }

    /** BYTE: {@code this} is the index, 0 for the most significant byte. */
    public Word byteOf(Word value) {
        return Shift.byteOf(this, value);
    }

    /** SHL: {@code this} is the number of bits. */
    public Word shl(Word value) {
        return Shift.left(this, value);
    }

    /** SHR: {@code this} is the number of bits. */
    public Word shr(Word value) {
        return Shift.right(this, value);
    }

    /** SAR: {@code this} is the number of bits. */
    public Word sar(Word value) {
        return Shift.arithmeticRight(this, value);
    }

    /** CLZ (EIP-7939): the number of leading zeros; 256 for 0. */
    public Word clz() {
        return of(leadingZeros());
    }

    /** Returns whether this is below {@code y} as an unsigned number. */
    public boolean isBelow(Word y) {
        return a != y.a
                ? Long.compareUnsigned(a, y.a) < 0
                : b != y.b
                        ? Long.compareUnsigned(b, y.b) < 0
                        : c != y.c ? Long.compareUnsigned(c, y.c) < 0 : Long.compareUnsigned(d, y.d) < 0;
    }

    /** Returns whether both are equal; faster than {@link #equals}. */
    public boolean isEqual(Word y) {
        return ((a ^ y.a) | (b ^ y.b) | (c ^ y.c) | (d ^ y.d)) == 0;
    }

    @Override
    public int compareTo(Word y) {
        return isEqual(y) ? 0 : isBelow(y) ? -1 : 1;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Word y && isEqual(y));
    }

    /** Mixes the limbs, so that consecutive slots and hashes spread equally well. */
    @Override
    public int hashCode() {
        long mixed = (a ^ Long.rotateLeft(b, 17) ^ Long.rotateLeft(c, 31) ^ d) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32);
    }

    /** Renders {@code 0x} and hexadecimal digits without leading zeros. */
    @Override
    public String toString() {
        return "0x" + toBigInteger().toString(16);
    }
}
