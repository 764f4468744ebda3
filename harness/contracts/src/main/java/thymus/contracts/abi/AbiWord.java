package thymus.contracts.abi;

import java.math.BigInteger;
import thymus.evm.primitive.Word;
import thymus.spec.contract.AbiType;

/** Converts values that fit one word between their 32 bytes and the number that the language computes with. */
public final class AbiWord {
    public static final int SIZE = 32;
    private static final int BITS = 256;
    private static final BigInteger[] POWERS = new BigInteger[BITS + 1];
    /** The greatest unsigned number of each width in bits. */
    private static final BigInteger[] GREATEST = new BigInteger[BITS + 1];

    static {
        for (int bits = 0; bits <= BITS; bits++) {
            POWERS[bits] = BigInteger.ONE.shiftLeft(bits);
            GREATEST[bits] = POWERS[bits].subtract(BigInteger.ONE);
        }
    }

    private static final BigInteger MODULUS = POWERS[BITS];

    private AbiWord() {}

    /** The number of bits that carry the value, without the sign. */
    private static int bits(AbiType type) {
        return switch (type) {
            case AbiType.UInt t -> t.bits();
            case AbiType.Int t -> t.bits() - 1;
            case AbiType.Bool ignored -> 1;
            case AbiType.Address ignored -> 160;
            case AbiType.FixedBytes t -> 8 * t.size();
            case AbiType.ByteString _, AbiType.Composite _ ->
                throw new IllegalArgumentException(type.canonicalName() + " is not one word");
        };
    }

    /** The least value of the type. */
    public static BigInteger least(AbiType type) {
        return type instanceof AbiType.Int ? POWERS[bits(type)].negate() : BigInteger.ZERO;
    }

    /** The greatest value of the type. */
    public static BigInteger greatest(AbiType type) {
        return GREATEST[bits(type)];
    }

    /** Returns whether the number is a value of the type. */
    public static boolean fits(AbiType type, BigInteger value) {
        return value.bitLength() <= bits(type) && (value.signum() >= 0 || type instanceof AbiType.Int);
    }

    /**
     * The word as an unsigned 256-bit number: two's complement, with bytesN at the left.
     *
     * @throws AbiException if the type has no such value
     */
    public static BigInteger toWord(AbiType type, BigInteger value) {
        if (!fits(type, value)) {
            throw new AbiException(value + " is no " + type.canonicalName() + ": it goes from " + least(type) + " to "
                    + greatest(type));
        }
        return switch (type) {
            case AbiType.FixedBytes t -> value.shiftLeft(8 * (SIZE - t.size()));
            case AbiType.UInt _,
                    AbiType.Int _,
                    AbiType.Bool _,
                    AbiType.Address _,
                    AbiType.ByteString _,
                    AbiType.Composite _ -> value.signum() < 0 ? value.add(MODULUS) : value;
        };
    }

    /**
     * The inverse of {@link #toWord}.
     *
     * @throws AbiException if the padding of the word does not match the type
     */
    public static BigInteger fromWord(AbiType type, BigInteger word) {
        if (!isWord(type, word)) {
            throw new AbiException("the word 0x" + word.toString(16) + " encodes no " + type.canonicalName());
        }
        return switch (type) {
            case AbiType.FixedBytes t -> word.shiftRight(8 * (SIZE - t.size()));
            case AbiType.Int ignored -> word.testBit(255) ? word.subtract(MODULUS) : word;
            case AbiType.UInt _, AbiType.Bool _, AbiType.Address _, AbiType.ByteString _, AbiType.Composite _ -> word;
        };
    }

    /** Returns whether the padding of the word matches the type. */
    public static boolean isWord(AbiType type, BigInteger word) {
        return switch (type) {
            case AbiType.FixedBytes t -> word.signum() == 0 || word.getLowestSetBit() >= 8 * (SIZE - t.size());
            case AbiType.Int t ->
                word.bitLength() < t.bits() || word.subtract(MODULUS).bitLength() < t.bits();
            case AbiType.UInt _, AbiType.Bool _, AbiType.Address _, AbiType.ByteString _, AbiType.Composite _ ->
                word.bitLength() <= bits(type);
        };
    }

    /** See {@link #isWord(AbiType, BigInteger)}. */
    public static boolean isWord(AbiType type, Word word) {
        return switch (type) {
            case AbiType.FixedBytes ignored -> isWord(type, word.toBigInteger());
            case AbiType.Int ignored -> isWord(type, word.toBigInteger());
            case AbiType.UInt _, AbiType.Bool _, AbiType.Address _, AbiType.ByteString _, AbiType.Composite _ ->
                word.bitLength() <= bits(type);
        };
    }

    /** The value of the type after the bits beyond its width are dropped. */
    public static BigInteger truncated(AbiType type, BigInteger word) {
        return switch (type) {
            case AbiType.FixedBytes t -> word.shiftRight(8 * (SIZE - t.size()));
            case AbiType.Int t -> {
                BigInteger low = word.and(BigInteger.ONE.shiftLeft(t.bits()).subtract(BigInteger.ONE));
                yield low.testBit(t.bits() - 1) ? low.subtract(BigInteger.ONE.shiftLeft(t.bits())) : low;
            }
            case AbiType.Bool ignored -> BigInteger.valueOf(word.signum());
            case AbiType.UInt _, AbiType.Address _, AbiType.ByteString _, AbiType.Composite _ ->
                word.and(greatest(type));
        };
    }

    /** The word as 32 bytes, big-endian. */
    public static byte[] bytes(BigInteger word) {
        byte[] all = word.toByteArray();
        byte[] bytes = new byte[SIZE];
        int size = Math.min(all.length, SIZE);
        System.arraycopy(all, all.length - size, bytes, SIZE - size, size);
        return bytes;
    }
}
