package thymus.fork.rpc;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before asking again: twice as long each time, up to a bound, and anywhere in the upper half of that,
 * so that many who failed together do not come back together.
 */
record Backoff(Duration first, Duration longest) {
    /**
     * @param attempt that failed, from 1
     * @param jitter from 0 to 1
     */
    Duration after(int attempt, double jitter) {
        long doubled = Math.min(first.toMillis() << Math.min(attempt - 1, 20), longest.toMillis());
        return Duration.ofMillis((long) (doubled * (0.5 + jitter / 2)));
    }

    void await(int attempt) throws InterruptedException {
        // Nothing that a verdict depends on: the jitter need not follow from a seed.
        Thread.sleep(after(attempt, ThreadLocalRandom.current().nextDouble()));
    }
}
