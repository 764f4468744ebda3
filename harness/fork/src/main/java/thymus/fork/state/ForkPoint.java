package thymus.fork.state;

import thymus.spec.text.NumberText;

/**
 * Where a chain was left.
 *
 * @param number of the last block that counts
 * @param timestamp of that block, in seconds
 * @param fingerprint 64 hexadecimal digits that no other state has, of the kind that its source has
 * @param name what messages call it
 */
public record ForkPoint(long chainId, long number, long timestamp, String fingerprint, Source source, String name) {
    /** Where the state comes from, and so what its fingerprint is. */
    public enum Source {
        /** The hash of the block. */
        NODE("block hash 0x"),
        /** The sha-256 of the file, which may be silent about its block's hash. */
        FILE("file digest, sha-256: ");

        private final String label;

        /** @param label of its fingerprint, for readers */
        Source(String label) {
            this.label = label;
        }
    }

    public ForkPoint {
        if (!fingerprint.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("no fingerprint of a state: " + fingerprint);
        }
    }

    /** Where two states are one, whatever they are called. */
    public boolean isSameState(ForkPoint other) {
        return chainId == other.chainId && number == other.number && fingerprint.equals(other.fingerprint);
    }

    /** In words, such as {@code block 12 of chain 1 (block hash 0x…)}, with all digits: to be compared elsewhere. */
    public String description() {
        return "block " + NumberText.digits(number) + " of chain " + chainId + " (" + source.label + fingerprint + ")";
    }
}
