package thymus.spec.contract;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** A type of the contract ABI, as in the Solidity ABI specification. */
public sealed interface AbiType {
    /** The name in a function signature, such as {@code (bool,uint128)[2]}. */
    String canonicalName();

    /** Returns whether the head contains the whole encoding, without an offset and a length. */
    boolean isStatic();

    /** The number of 32-byte words in the head of a value; 1 for a dynamic type (its offset). */
    int headWords();

    /** Returns whether a value fits one word, so that a specification can compute with it. */
    default boolean isWord() {
        return this instanceof Word;
    }

    /** A type whose values fit one word. */
    sealed interface Word extends AbiType {
        @Override
        default boolean isStatic() {
            return true;
        }

        @Override
        default int headWords() {
            return 1;
        }
    }

    /** A type whose values are byte strings of any length, encoded behind an offset. */
    sealed interface ByteString extends AbiType {
        @Override
        default boolean isStatic() {
            return false;
        }

        @Override
        default int headWords() {
            return 1;
        }
    }

    /** A type whose values consist of other values. */
    sealed interface Composite extends AbiType {}

    record UInt(int bits) implements Word {
        @Override
        public String canonicalName() {
            return "uint" + bits;
        }
    }

    record Int(int bits) implements Word {
        @Override
        public String canonicalName() {
            return "int" + bits;
        }
    }

    record Bool() implements Word {
        @Override
        public String canonicalName() {
            return "bool";
        }
    }

    record Address() implements Word {
        @Override
        public String canonicalName() {
            return "address";
        }
    }

    /**
     * {@code bytesN}: left-aligned in its word. A specification sees it as the unsigned number that its bytes spell.
     */
    record FixedBytes(int size) implements Word {
        @Override
        public String canonicalName() {
            return "bytes" + size;
        }
    }

    record Bytes() implements ByteString {
        @Override
        public String canonicalName() {
            return "bytes";
        }
    }

    record Text() implements ByteString {
        @Override
        public String canonicalName() {
            return "string";
        }
    }

    record Array(AbiType element, OptionalInt length) implements Composite {
        @Override
        public String canonicalName() {
            return element.canonicalName() + "[" + (length.isPresent() ? length.getAsInt() : "") + "]";
        }

        @Override
        public boolean isStatic() {
            return length.isPresent() && element.isStatic();
        }

        @Override
        public int headWords() {
            return isStatic() ? length.getAsInt() * element.headWords() : 1;
        }
    }

    record Tuple(List<Parameter> components) implements Composite {
        public Tuple {
            components = List.copyOf(components);
        }

        @Override
        public String canonicalName() {
            return components.stream().map(c -> c.type().canonicalName()).collect(Collectors.joining(",", "(", ")"));
        }

        @Override
        public boolean isStatic() {
            return components.stream().allMatch(c -> c.type().isStatic());
        }

        @Override
        public int headWords() {
            return isStatic()
                    ? components.stream().mapToInt(c -> c.type().headWords()).sum()
                    : 1;
        }
    }
}
