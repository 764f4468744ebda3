package thymus.fuzz.generate;

/**
 * How the clock may move.
 *
 * @param minimum seconds between two transactions, at least
 * @param maximum seconds between two transactions, at most
 * @param last the clock's last second, without sign: all 64 bits of a block's time are in use
 */
public record Advance(long minimum, long maximum, long last) {
    /** Whether there can be another transaction after one at {@code now}. */
    public boolean leavesRoom(long now) {
        return reaches(now, minimum);
    }

    /** Whether a transaction may follow one at {@code now} after so many seconds. */
    public boolean allows(long now, long seconds) {
        return allows(seconds) && reaches(now, seconds);
    }

    private boolean reaches(long now, long seconds) {
        return Long.compareUnsigned(now, last) <= 0 && Long.compareUnsigned(seconds, last - now) <= 0;
    }

    /** The nearest allowed advance from {@code now}, which {@link #leavesRoom}. */
    public long clamp(long now, long seconds) {
        long room = last - now;
        long most = room < 0 ? maximum : Math.min(maximum, room);
        return Math.max(minimum, Math.min(seconds, most));
    }

    public boolean allows(long seconds) {
        return seconds >= minimum && seconds <= maximum;
    }
}
