package thymus.fuzz.generate;

/** How often each function succeeded and reverted, by sender. Not thread-safe. */
public final class CallCounts {
    private final long[][] ok;
    private final long[][] reverted;
    private final boolean[] reached;
    private boolean reachedAny;
    private boolean survivedAny;

    public CallCounts(Universe universe) {
        this(universe.callables().size(), universe.senders().size());
    }

    private CallCounts(int callables, int senders) {
        ok = new long[callables][senders];
        reverted = new long[callables][senders];
        reached = new boolean[callables];
    }

    public void count(int callable, int sender, boolean success) {
        (success ? ok : reverted)[callable][sender]++;
    }

    /** Notes that a call led to an account that may be an attacker's contract. */
    public void reach(int callable) {
        reachedAny = true;
        if (callable >= 0) {
            reached[callable] = true;
        }
    }

    /** Notes that a call succeeded although one that it made did not. */
    public void survive() {
        survivedAny = true;
    }

    boolean survivedAny() {
        return survivedAny;
    }

    /** For each function, whether calls of it have led to an account that may be an attacker's contract. */
    boolean[] reached() {
        return reached.clone();
    }

    boolean reachedAny() {
        return reachedAny;
    }

    public long ok(int callable, int sender) {
        return ok[callable][sender];
    }

    public long reverted(int callable, int sender) {
        return reverted[callable][sender];
    }

    public long ok(int callable) {
        return sum(ok[callable]);
    }

    public long reverted(int callable) {
        return sum(reverted[callable]);
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
