package thymus.spec.tree;

import java.util.List;

/** The type of an expression. Integers are mathematical: they have no width and do not wrap. */
public sealed interface Type {
    Type INTEGER = new Scalar("integer");
    Type TRUTH = new Scalar("truth value");
    Type ADDRESS = new Scalar("address");
    /** A bytesN value, which can only be compared, as an unsigned number. */
    Type BYTES = new Scalar("bytes");
    /**
     * A string or bytes value of any length. It can only be compared, and is computed with as the number that
     * {@link thymus.spec.text.ByteNumber} gives it. A literal of this type may also be an argument of a call in setup.
     */
    Type TEXT = new Scalar("text");

    record Scalar(String name) implements Type {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A tuple or array literal, which is only valid as an argument of a call. */
    record Aggregate(List<Type> elements) implements Type {
        public Aggregate {
            elements = List.copyOf(elements);
        }
    }
}
