package thymus.fork.state;

import thymus.spec.text.NumberText;

/**
 * The block after which a chain is forked.
 *
 * @param number of the last block that counts
 * @param timestamp of that block, in seconds
 * @param fingerprint 64 hexadecimal digits that identify the state; {@code source} says of what
 * @param name for messages
 */
public record ForkPoint(long chainId, long number, long timestamp, String fingerprint, Source source, String name) {
    /** The source of the state, which determines the kind of fingerprint. */
    public enum Source {
        /** A node, with the hash of the block. */
        NODE("block hash 0x"),
        /** A file, with the sha-256 of its content, because it may not hold the block's hash. */
        FILE("file digest, sha-256: ");

        private final String label;

        /** @param label of the fingerprint, for readers */
        Source(String label) {
            this.label = label;
        }
    }

    public ForkPoint {
        if (!fingerprint.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("no fingerprint of a state: " + fingerprint);
        }
    }

    /** Returns whether two fork points denote the same state, ignoring names. */
    public boolean isSameState(ForkPoint other) {
        return chainId == other.chainId && number == other.number && fingerprint.equals(other.fingerprint);
    }

    /**
     * A description such as {@code block 12 of chain 1 (block hash 0x…)}, with all digits for comparison elsewhere.
     */
    public String description() {
        return "block " + NumberText.digits(number) + " of chain " + chainId + " (" + source.label + fingerprint + ")";
    }
}
