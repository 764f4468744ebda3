package thymus.spec.contract;

import java.math.BigInteger;
import java.util.List;

/** The layout of a variable in storage (the {@code storageLayout} output of solc). */
public sealed interface StorageType {
    /** A value of at most one word that takes {@code bytes} bytes of its slot. */
    record Value(AbiType type, int bytes) implements StorageType {}

    /** The element of key k is at keccak-256(k padded to a word, slot of the mapping). */
    record Mapping(AbiType key, StorageType value) implements StorageType {}

    /** The slots of members are relative to the start of the struct. */
    record Struct(String name, List<StorageVariable> members, BigInteger slots) implements StorageType {
        public Struct {
            members = List.copyOf(members);
        }
    }

    /** Elements are consecutive from the array's own slot; several small ones share a slot. */
    record FixedArray(StorageType element, BigInteger length, BigInteger slots) implements StorageType {}

    /** The slot holds the length, and elements begin at keccak-256(slot). */
    record DynamicArray(StorageType element) implements StorageType {}

    /** {@code bytes} or {@code string}; a specification cannot read it. */
    record ByteString() implements StorageType {}
}
