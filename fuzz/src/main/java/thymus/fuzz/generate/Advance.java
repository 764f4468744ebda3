package thymus.fuzz.generate;

/**
 * How the clock may move.
 *
 * @param minimum seconds between two transactions, at least
 * @param maximum seconds between two transactions, at most
 * @param last the clock's last second, without sign: all 64 bits of a block's time are in use
 */
public record Advance(long minimum, long maximum, long last) {
    private static final long USUAL_LAST = (1L << 62) - 1;

    /** Whether there can be another transaction after one at {@code now}. */
    public boolean leavesRoom(long now) {
        return reaches(now, minimum, last);
    }

    /** Whether a transaction may follow one at {@code now} after so many seconds. */
    public boolean allows(long now, long seconds) {
        return allows(seconds) && reaches(now, seconds, last);
    }

    private static boolean reaches(long now, long seconds, long end) {
        return Long.compareUnsigned(now, end) <= 0 && Long.compareUnsigned(seconds, end - now) <= 0;
    }

    /**
     * The nearest advance from {@code now}, which {@link #leavesRoom}, that is worth taking: as long as the minimum lets it, the
     * clock stays far beyond any use of a chain and far from its end, after which nothing can happen any more.
     */
    public long clamp(long now, long seconds) {
        long end = Long.compareUnsigned(last, USUAL_LAST) > 0 && reaches(now, minimum, USUAL_LAST) ? USUAL_LAST : last;
        long room = end - now;
        long most = room < 0 ? maximum : Math.min(maximum, room);
        return Math.max(minimum, Math.min(seconds, most));
    }

    public boolean allows(long seconds) {
        return seconds >= minimum && seconds <= maximum;
    }
}
