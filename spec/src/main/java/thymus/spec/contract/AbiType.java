package thymus.spec.contract;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** A type of the contract ABI, as the Solidity ABI specification lists them. */
public sealed interface AbiType {
    /** The name that goes into a function signature, such as {@code (bool,uint128)[2]}. */
    String canonicalName();

    /** Whether the encoding sits wholly in the head: no offset, no length. */
    boolean isStatic();

    /** How many 32-byte words the head of a value takes; 1 for a dynamic type (its offset). */
    int headWords();

    /** Whether a value fits one word, so that a specification can compute with it. */
    default boolean isWord() {
        return this instanceof UInt || this instanceof Int || this instanceof Bool || this instanceof Address
                || this instanceof FixedBytes;
    }

    record UInt(int bits) implements AbiType {
        public String canonicalName() {
            return "uint" + bits;
        }

        public boolean isStatic() {
            return true;
        }

        public int headWords() {
            return 1;
        }
    }

    record Int(int bits) implements AbiType {
        public String canonicalName() {
            return "int" + bits;
        }

        public boolean isStatic() {
            return true;
        }

        public int headWords() {
            return 1;
        }
    }

    record Bool() implements AbiType {
        public String canonicalName() {
            return "bool";
        }

        public boolean isStatic() {
            return true;
        }

        public int headWords() {
            return 1;
        }
    }

    record Address() implements AbiType {
        public String canonicalName() {
            return "address";
        }

        public boolean isStatic() {
            return true;
        }

        public int headWords() {
            return 1;
        }
    }

    /** {@code bytesN}: left-aligned in its word; a specification sees it as the unsigned number that its bytes spell. */
    record FixedBytes(int size) implements AbiType {
        public String canonicalName() {
            return "bytes" + size;
        }

        public boolean isStatic() {
            return true;
        }

        public int headWords() {
            return 1;
        }
    }

    record Bytes() implements AbiType {
        public String canonicalName() {
            return "bytes";
        }

        public boolean isStatic() {
            return false;
        }

        public int headWords() {
            return 1;
        }
    }

    record Text() implements AbiType {
        public String canonicalName() {
            return "string";
        }

        public boolean isStatic() {
            return false;
        }

        public int headWords() {
            return 1;
        }
    }

    record Array(AbiType element, OptionalInt length) implements AbiType {
        public String canonicalName() {
            return element.canonicalName() + "[" + (length.isPresent() ? length.getAsInt() : "") + "]";
        }

        public boolean isStatic() {
            return length.isPresent() && element.isStatic();
        }

        public int headWords() {
            return isStatic() ? length.getAsInt() * element.headWords() : 1;
        }
    }

    record Tuple(List<Parameter> components) implements AbiType {
        public Tuple {
            components = List.copyOf(components);
        }

        public String canonicalName() {
            return components.stream().map(c -> c.type().canonicalName()).collect(Collectors.joining(",", "(", ")"));
        }

        public boolean isStatic() {
            return components.stream().allMatch(c -> c.type().isStatic());
        }

        public int headWords() {
            return isStatic() ? components.stream().mapToInt(c -> c.type().headWords()).sum() : 1;
        }
    }
}
