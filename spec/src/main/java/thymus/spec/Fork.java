package thymus.spec;

import java.math.BigInteger;
import java.util.Optional;
import thymus.spec.text.Span;

/**
 * The state of another chain that a system begins with.
 *
 * @param block after which the chain goes on; empty: the only one of a file, the latest one of a node
 */
public record Fork(Source source, Optional<BigInteger> block, Span span) {
    /** Where the state is. */
    public sealed interface Source {}

    /** A file, relative to the specification, or the URL of a node. */
    public record Place(String text) implements Source {
        /** Whether it is a node's. */
        public boolean isUrl() {
            return text.startsWith("http://") || text.startsWith("https://");
        }
    }

    /** An environment variable that holds a place: URLs of nodes often carry keys, which belong in no file. */
    public record Variable(String name) implements Source {}
}
