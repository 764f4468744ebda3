package thymus.contracts.layout;

import java.math.BigInteger;
import thymus.contracts.abi.AbiWord;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.StorageType;
import thymus.spec.contract.StorageVariable;

/**
 * A typed location in storage.
 *
 * @param offset in bytes from the low end of the slot
 */
public record StoragePlace(BigInteger slot, int offset, StorageType type) {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    /** The location of a variable. */
    static StoragePlace of(StorageVariable root) {
        return new StoragePlace(root.slot(), root.offset(), root.type());
    }

    StoragePlace member(StorageVariable member) {
        return new StoragePlace(wrap(slot.add(member.slot())), member.offset(), member.type());
    }

    /** An element of an array whose elements begin at {@code first}. Several small ones share a slot. */
    static StoragePlace element(BigInteger first, StorageType element, BigInteger index) {
        if (element instanceof StorageType.Value value && value.bytes() <= AbiWord.SIZE / 2) {
            BigInteger[] parts = index.divideAndRemainder(BigInteger.valueOf(AbiWord.SIZE / value.bytes()));
            return new StoragePlace(wrap(first.add(parts[0])), parts[1].intValue() * value.bytes(), element);
        }
        return new StoragePlace(wrap(first.add(index.multiply(slots(element)))), 0, element);
    }

    /** The number of slots that a value of the type takes in line. */
    static BigInteger slots(StorageType type) {
        return switch (type) {
            case StorageType.Struct struct -> struct.slots().max(BigInteger.ONE);
            case StorageType.FixedArray array -> array.slots().max(BigInteger.ONE);
            case StorageType.Value _, StorageType.Mapping _, StorageType.DynamicArray _, StorageType.ByteString _ ->
                BigInteger.ONE;
        };
    }

    /**
     * Reads the value from the word of its slot: signed integers with their sign, everything else as an unsigned
     * number.
     *
     * @throws IllegalStateException if the type is not a single value
     */
    public BigInteger extract(BigInteger word) {
        if (!(type instanceof StorageType.Value value)) {
            throw new IllegalStateException("not a single value: " + type);
        }
        int bits = 8 * value.bytes();
        BigInteger raw =
                word.shiftRight(8 * offset).and(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
        return value.type() instanceof AbiType.Int && raw.testBit(bits - 1)
                ? raw.subtract(BigInteger.ONE.shiftLeft(bits))
                : raw;
    }

    static BigInteger wrap(BigInteger slot) {
        return slot.compareTo(MODULUS) < 0 ? slot : slot.mod(MODULUS);
    }
}
