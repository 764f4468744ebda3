package thymus.harness.fork;

/**
 * Where a chain was left.
 *
 * @param number of the last block that counts
 * @param timestamp of that block, in seconds
 * @param fingerprint 64 hexadecimal digits that no other state has: the block's hash, or the sha-256 of a file
 * @param name what messages call it
 */
public record ForkPoint(long chainId, long number, long timestamp, String fingerprint, String name) {
    public ForkPoint {
        if (!fingerprint.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("no fingerprint of a state: " + fingerprint);
        }
    }

    /** Where two states are one, whatever they are called. */
    public boolean isSameState(ForkPoint other) {
        return chainId == other.chainId && number == other.number && fingerprint.equals(other.fingerprint);
    }

    /** In words, such as {@code block 12 of chain 1 (0x…)}. */
    public String description() {
        return "block " + number + " of chain " + chainId + " (" + fingerprint.substring(0, 12) + "…)";
    }
}
