package thymus.fuzz.generate;

/** How often each function succeeded and reverted, by sender. Not thread-safe. */
public final class CallCounts {
    private final long[][] ok;
    private final long[][] reverted;

    public CallCounts(Universe universe) {
        this(universe.callables().size(), universe.senders().size());
    }

    private CallCounts(int callables, int senders) {
        ok = new long[callables][senders];
        reverted = new long[callables][senders];
    }

    public void count(int callable, int sender, boolean success) {
        (success ? ok : reverted)[callable][sender]++;
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
