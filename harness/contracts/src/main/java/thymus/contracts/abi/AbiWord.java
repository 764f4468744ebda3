package thymus.contracts.abi;

import java.math.BigInteger;
import thymus.evm.primitive.Word;
import thymus.spec.contract.AbiType;

/** The 32 bytes of a value that fits one word, to and from the number that the language computes with. */
public final class AbiWord {
    public static final int SIZE = 32;
    private static final int BITS = 256;
    private static final BigInteger[] POWERS = new BigInteger[BITS + 1];
    /** The greatest number of so many bits. */
    private static final BigInteger[] GREATEST = new BigInteger[BITS + 1];

    static {
        for (int bits = 0; bits <= BITS; bits++) {
            POWERS[bits] = BigInteger.ONE.shiftLeft(bits);
            GREATEST[bits] = POWERS[bits].subtract(BigInteger.ONE);
        }
    }

    private static final BigInteger MODULUS = POWERS[BITS];

    private AbiWord() {}

    /** How many bits carry the value, the sign's not counted. */
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

    public static boolean fits(AbiType type, BigInteger value) {
        return value.bitLength() <= bits(type) && (value.signum() >= 0 || type instanceof AbiType.Int);
    }

    /**
     * The word as an unsigned 256-bit number: two's complement, bytesN at the left.
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
     * @throws AbiException if the padding of the word is not what the type demands
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

    /** Whether the padding of the word is what the type demands. */
    public static boolean isWord(AbiType type, BigInteger word) {
        return switch (type) {
            case AbiType.FixedBytes t -> word.signum() == 0 || word.getLowestSetBit() >= 8 * (SIZE - t.size());
            case AbiType.Int t ->
                word.bitLength() < t.bits() || word.subtract(MODULUS).bitLength() < t.bits();
            case AbiType.UInt _, AbiType.Bool _, AbiType.Address _, AbiType.ByteString _, AbiType.Composite _ ->
                word.bitLength() <= bits(type);
        };
    }

    /** As {@link #isWord(AbiType, BigInteger)}. */
    public static boolean isWord(AbiType type, Word word) {
        return switch (type) {
            case AbiType.FixedBytes ignored -> isWord(type, word.toBigInteger());
            case AbiType.Int ignored -> isWord(type, word.toBigInteger());
            case AbiType.UInt _, AbiType.Bool _, AbiType.Address _, AbiType.ByteString _, AbiType.Composite _ ->
                word.bitLength() <= bits(type);
        };
    }

    /** The value of the type that the bits of a word give when those beyond the type are dropped. */
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

    /** 32 bytes, big-endian. */
    public static byte[] bytes(BigInteger word) {
        byte[] all = word.toByteArray();
        byte[] bytes = new byte[SIZE];
        int size = Math.min(all.length, SIZE);
        System.arraycopy(all, all.length - size, bytes, SIZE - size, size);
        return bytes;
    }
}
