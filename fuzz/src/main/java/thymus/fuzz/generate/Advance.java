package thymus.fuzz.generate;

/**
 * The allowed moves of the clock.
 *
 * @param minimum the least number of seconds between two transactions
 * @param maximum the greatest number of seconds between two transactions
 * @param last the clock's last second, unsigned, because block timestamps use all 64 bits
 */
public record Advance(long minimum, long maximum, long last) {
    private static final long USUAL_LAST = (1L << 62) - 1;

    /** Returns whether another transaction can follow one at {@code now}. */
    public boolean leavesRoom(long now) {
        return reaches(now, minimum, last);
    }

    /** Returns whether a transaction may follow one at {@code now} after that many seconds. */
    public boolean allows(long now, long seconds) {
        return allows(seconds) && reaches(now, seconds, last);
    }

    private static boolean reaches(long now, long seconds, long end) {
        return Long.compareUnsigned(now, end) <= 0 && Long.compareUnsigned(seconds, end - now) <= 0;
    }

    /**
     * The nearest useful advance from a {@code now} that {@link #leavesRoom}. It avoids the end of the clock, after
     * which no transaction is possible, unless the minimum advance requires it.
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
