package thymus.fuzz.generate;

/**
 * How the clock may move.
 *
 * @param minimum seconds between two transactions, at least
 * @param maximum seconds between two transactions, at most
 * @param until the clock stays below this Unix time
 */
public record Advance(long minimum, long maximum, long until) {
    /** The nearest allowed advance from {@code now}; the minimum if the end of time leaves nothing else. */
    public long clamp(long now, long seconds) {
        long most = Math.min(maximum, until - 1 - now);
        return Math.max(minimum, Math.min(seconds, most));
    }

    public boolean allows(long seconds) {
        return seconds >= minimum && seconds <= maximum;
    }
}
