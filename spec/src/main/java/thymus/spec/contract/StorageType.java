package thymus.spec.contract;

import java.math.BigInteger;
import java.util.List;

/** How the compiler lays a variable out in storage (the {@code storageLayout} output of solc). */
public sealed interface StorageType {
    /** A value of at most one word that takes {@code bytes} bytes of its slot. */
    record Value(AbiType type, int bytes) implements StorageType {}

    /** The element of key k stands at keccak-256(k padded to a word, slot of the mapping). */
    record Mapping(AbiType key, StorageType value) implements StorageType {}

    /** Members have slots relative to the start of the struct. */
    record Struct(String name, List<StorageVariable> members, BigInteger slots) implements StorageType {
        public Struct {
            members = List.copyOf(members);
        }
    }

    /** Elements follow each other from the array's own slot; several small ones share a slot. */
    record FixedArray(StorageType element, BigInteger length, BigInteger slots) implements StorageType {}

    /** The slot holds the length, elements begin at keccak-256(slot). */
    record DynamicArray(StorageType element) implements StorageType {}

    /** {@code bytes} or {@code string}; not readable in a specification. */
    record ByteString() implements StorageType {}
}
