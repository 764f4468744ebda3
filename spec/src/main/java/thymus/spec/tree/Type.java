package thymus.spec.tree;

import java.util.List;

/** The type of an expression. Integers are mathematical: no width, no wrap. */
public sealed interface Type {
    Type INTEGER = new Scalar("integer");
    Type TRUTH = new Scalar("truth value");
    Type ADDRESS = new Scalar("address");
    /** A bytesN value, computed with as an unsigned number only by comparison. */
    Type BYTES = new Scalar("bytes");
    /** A literal that exists only as an argument of a call. */
    Type TEXT = new Scalar("text");

    record Scalar(String name) implements Type {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A tuple or array literal: an argument of a call, nothing else. */
    record Aggregate(List<Type> elements) implements Type {
        public Aggregate {
            elements = List.copyOf(elements);
        }
    }
}
