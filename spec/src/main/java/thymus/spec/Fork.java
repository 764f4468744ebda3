package thymus.spec;

import java.math.BigInteger;
import java.util.Optional;
import thymus.spec.text.Span;

/**
 * The state of another chain from which a system starts.
 *
 * @param block the last block of the other chain; empty: the only one of a file, or the latest one of a node
 */
public record Fork(Source source, Optional<BigInteger> block, Span span) {
    /** The source of the state. */
    public sealed interface Source {}

    /** A file, relative to the specification, or the URL of a node. */
    public record Place(String text) implements Source {
        /** Returns whether it is the URL of a node. */
        public boolean isUrl() {
            return text.startsWith("http://") || text.startsWith("https://");
        }
    }

    /**
     * An environment variable with a file or URL, because URLs often contain API keys, which should not be in a file.
     */
    public record Variable(String name) implements Source {}
}
