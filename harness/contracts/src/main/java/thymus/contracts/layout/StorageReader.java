package thymus.contracts.layout;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import thymus.contracts.abi.AbiWord;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.StorageType;
import thymus.spec.contract.StorageVariable;
import thymus.spec.monitor.UndefinedValue;
import thymus.spec.text.ByteNumber;
import thymus.spec.tree.StoragePath;

/** Reads variables by name over the compiler's storage layout. Not thread-safe. */
public final class StorageReader {
    /** No gas pays for storing more. */
    private static final int MOST_LENGTH_BITS = 24;

    private final SlotHash hash = new SlotHash();

    /**
     * The value at the end of a path.
     *
     * @param keys one for each index of the path
     * @throws UndefinedValue if an index is beyond the end of an array, or a key is not a value of the key's type
     */
    public BigInteger read(StoragePath path, List<BigInteger> keys, StorageSnapshot slots) {
        StoragePlace location = locate(path, keys, slots);
        return location.type() instanceof StorageType.ByteString
                ? text(location.slot(), slots)
                : location.extract(slots.at(location.slot()));
    }

    /** A string or bytes value: up to 31 bytes are in its slot, more of them from its hash on. */
    private BigInteger text(BigInteger slot, StorageSnapshot slots) {
        BigInteger head = slots.at(slot);
        boolean isLong = head.testBit(0);
        BigInteger length = isLong
                ? head.subtract(BigInteger.ONE).shiftRight(1)
                : head.and(BigInteger.valueOf(0xff)).shiftRight(1);
        boolean isShort = length.compareTo(BigInteger.valueOf(AbiWord.SIZE)) < 0;
        if (isLong == isShort || length.bitLength() > MOST_LENGTH_BITS) {
            throw new UndefinedValue("the slot 0x" + slot.toString(16) + " holds no string or bytes value");
        }
        int size = length.intValue();
        byte[] bytes = new byte[(size + AbiWord.SIZE - 1) / AbiWord.SIZE * AbiWord.SIZE];
        BigInteger first = isLong ? hash.ofArray(slot) : slot;
        for (int at = 0; at < bytes.length; at += AbiWord.SIZE) {
            BigInteger word = slots.at(StoragePlace.wrap(first.add(BigInteger.valueOf(at / AbiWord.SIZE))));
            System.arraycopy(AbiWord.bytes(word), 0, bytes, at, AbiWord.SIZE);
        }
        return ByteNumber.of(Arrays.copyOf(bytes, size));
    }

    /**
     * The sum of all values of the mapping at the end of the path, including nested mappings.
     *
     * @param members what of each value is added, where the values are structs
     * @throws UndefinedValue for the reasons of {@link #read}
     */
    public BigInteger sum(
            StoragePath path,
            List<BigInteger> keys,
            List<StorageVariable> members,
            StorageSnapshot slots,
            Preimages preimages) {
        return sum(locate(path, keys, slots), members, slots, preimages);
    }

    private BigInteger sum(
            StoragePlace location, List<StorageVariable> members, StorageSnapshot slots, Preimages preimages) {
        return switch (location.type()) {
            case StorageType.Value ignored -> location.extract(slots.at(location.slot()));
            case StorageType.Mapping mapping
            when mapping.key().isWord() -> {
                BigInteger sum = BigInteger.ZERO;
                for (Preimages.Element element : preimages.of(location.slot())) {
                    StoragePlace value = new StoragePlace(element.slot(), 0, mapping.value());
                    for (StorageVariable member : members) {
                        value = value.member(member);
                    }
                    sum = sum.add(sum(value, List.of(), slots, preimages));
                }
                yield sum;
            }
            case StorageType.Mapping _,
                    StorageType.Struct _,
                    StorageType.FixedArray _,
                    StorageType.DynamicArray _,
                    StorageType.ByteString _ ->
                throw new UndefinedValue("a sum over a mapping with keys of type string or bytes, or with values that "
                        + "are no numbers, is not supported");
        };
    }

    /**
     * The location at the end of a path.
     *
     * @param keys one for each index of the path
     * @throws UndefinedValue for the reasons of {@link #read}
     */
    public StoragePlace locate(StoragePath path, List<BigInteger> keys, StorageSnapshot slots) {
        Iterator<BigInteger> remaining = keys.iterator();
        StoragePlace location = StoragePlace.of(path.root());
        for (StoragePath.Access access : path.accesses()) {
            location = switch (access) {
                case StoragePath.Access.Member member -> location.member(member.member());
                case StoragePath.Access.Length ignored -> length(location);
                case StoragePath.Access.Index ignored -> element(location, remaining.next(), slots);
            };
        }
        return location;
    }

    /** The slot of a dynamic array holds its length. The checker knows the length of a fixed one. */
    private static StoragePlace length(StoragePlace array) {
        return new StoragePlace(array.slot(), 0, new StorageType.Value(new AbiType.UInt(256), AbiWord.SIZE));
    }

    private StoragePlace element(StoragePlace of, BigInteger key, StorageSnapshot slots) {
        return switch (of.type()) {
            case StorageType.Mapping mapping -> {
                if (!mapping.key().isWord() || !AbiWord.fits(mapping.key(), key)) {
                    throw new UndefinedValue(
                            key + " is no key of type " + mapping.key().canonicalName());
                }
                BigInteger word = AbiWord.toWord(mapping.key(), key);
                yield new StoragePlace(hash.ofElement(word, of.slot()), 0, mapping.value());
            }
            case StorageType.FixedArray array -> {
                requireIndex(key, array.length());
                yield StoragePlace.element(of.slot(), array.element(), key);
            }
            case StorageType.DynamicArray array -> {
                requireIndex(key, slots.at(of.slot()));
                yield StoragePlace.element(hash.ofArray(of.slot()), array.element(), key);
            }
            case StorageType.Value _, StorageType.Struct _, StorageType.ByteString _ ->
                throw new IllegalStateException("the checker lets no such path through: " + of.type());
        };
    }

    private static void requireIndex(BigInteger index, BigInteger length) {
        if (index.signum() < 0 || index.compareTo(length) >= 0) {
            throw new UndefinedValue("index " + index + " is beyond the " + length + " elements of the array");
        }
    }
}
