package thymus.spec.contract;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** The layout of a variable in storage (the {@code storageLayout} output of solc). */
public sealed interface StorageType {
    /**
     * A value of at most one word that takes {@code bytes} bytes of its slot.
     *
     * @param guessed the name of a user-defined type if nothing tells what it stands for; {@code type} is then a guess
     */
    record Value(AbiType type, int bytes, Optional<String> guessed) implements StorageType {
        public Value(AbiType type, int bytes) {
            this(type, bytes, Optional.empty());
        }
    }

    /**
     * The element of key k is at keccak-256(k padded to a word, slot of the mapping).
     *
     * @param guessed as of a value, for the type of the key
     */
    record Mapping(AbiType key, StorageType value, Optional<String> guessed) implements StorageType {
        public Mapping(AbiType key, StorageType value) {
            this(key, value, Optional.empty());
        }
    }

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
