package thymus.evm.primitive;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * An account's address.
 *
 * @param word the 160 bits, right-aligned
 */
public record Address(Word word) implements Comparable<Address> {
    public static final Address ZERO = new Address(Word.ZERO);
    private static final Word MASK = Word.of(0, 0xffffffffL, -1, -1);

    public Address {
        if (word.bitLength() > 160) {
            throw new IllegalArgumentException("an address has 160 bits, not " + word.bitLength() + ": " + word);
        }
    }

    /** The address in the low 160 bits of the word; higher bits are ignored, as instructions do. */
    public static Address of(Word word) {
        return new Address(word.and(MASK));
    }

    /** The address with this number, taken as unsigned. */
    public static Address of(long value) {
        return new Address(Word.of(value));
    }

    /**
     * The address with these bytes, right-aligned.
     *
     * @param bytes at most 20
     */
    public static Address of(byte[] bytes) {
        return new Address(Word.fromBytes(bytes));
    }

    /**
     * Parses an address.
     *
     * @param hex up to 40 digits, with or without {@code 0x}
     * @throws NumberFormatException if it is not hexadecimal
     */
    public static Address parse(String hex) {
        return new Address(Word.parse(hex));
    }

    /**
     * The address that CREATE or a deploying transaction gives to a contract: the keccak of the RLP of the creator and
     * its nonce before.
     */
    public static Address created(Address creator, long nonce) {
        byte[] number = Word.of(nonce).toBytes32();
        int digits = (71 - Long.numberOfLeadingZeros(nonce)) / 8;
        boolean single = nonce > 0 && nonce < 0x80;
        int tail = single ? 1 : 1 + digits;
        byte[] rlp = new byte[22 + tail];
        rlp[0] = (byte) (0xc0 + 21 + tail);
        rlp[1] = (byte) 0x94;
        System.arraycopy(creator.toBytes(), 0, rlp, 2, 20);
        rlp[22] = (byte) (single ? nonce : 0x80 + digits);
        if (!single) {
            System.arraycopy(number, 32 - digits, rlp, 23, digits);
        }
        return of(Keccak.hash(rlp));
    }

    /** The address that CREATE2 gives to a contract (EIP-1014). */
    public static Address created2(Address creator, Word salt, Word initCodeHash) {
        byte[] input = new byte[85];
        input[0] = (byte) 0xff;
        System.arraycopy(creator.toBytes(), 0, input, 1, 20);
        System.arraycopy(salt.toBytes32(), 0, input, 21, 32);
        System.arraycopy(initCodeHash.toBytes32(), 0, input, 53, 32);
        return of(Keccak.hash(input));
    }

    /** The 20 bytes. */
    public byte[] toBytes() {
        return Arrays.copyOfRange(word.toBytes32(), 12, 32);
    }

    @Override
    public int compareTo(Address other) {
        return word.compareTo(other.word);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Address that && word.isEqual(that.word));
    }

    @Override
    public int hashCode() {
        return word.hashCode();
    }

    /** {@code 0x} and 40 digits in lower case. */
    @Override
    public String toString() {
        return "0x" + HexFormat.of().formatHex(toBytes());
    }
}
