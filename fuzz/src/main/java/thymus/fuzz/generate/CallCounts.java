package thymus.fuzz.generate;

/** How often each function succeeded and reverted, by sender. Not thread-safe. */
public final class CallCounts {
    private final long[][] ok;
    private final long[][] reverted;
    private final boolean[] reached;
    private boolean reachedAny;
    private boolean survivedAny;
    private final boolean[] asked;

    public CallCounts(Universe universe) {
        this(universe.callables().size(), universe.senders().size());
    }

    private CallCounts(int callables, int senders) {
        ok = new long[callables][senders];
        reverted = new long[callables][senders];
        reached = new boolean[callables];
        asked = new boolean[callables];
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

    /** Notes that a call handed a signature to ecrecover. */
    public void ask(int callable) {
        if (callable >= 0) {
            asked[callable] = true;
        }
    }

    /** For each function, whether calls of it have asked for a signature. */
    boolean[] asked() {
        return asked.clone();
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

    /** For each function, whether no call of it has succeeded. */
    public boolean[] blocked() {
        boolean[] blocked = new boolean[ok.length];
        for (int c = 0; c < blocked.length; c++) {
            blocked[c] = ok(c) == 0;
        }
        return blocked;
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
