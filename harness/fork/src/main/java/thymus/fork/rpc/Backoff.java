package thymus.fork.rpc;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The delays between attempts: exponential up to a bound, with jitter in the upper half, so that clients that failed
 * together do not retry together.
 */
record Backoff(Duration first, Duration longest) {
    /**
     * The delay before the next attempt.
     *
     * @param attempt that failed, from 1
     * @param jitter from 0 to 1
     */
    Duration after(int attempt, double jitter) {
        long doubled = Math.min(first.toMillis() << Math.min(attempt - 1, 20), longest.toMillis());
        return Duration.ofMillis((long) (doubled * (0.5 + jitter / 2)));
    }

    void await(int attempt) throws InterruptedException {
        // No verdict depends on the delay, so the jitter need not follow from a seed.
        Thread.sleep(after(attempt, ThreadLocalRandom.current().nextDouble()));
    }
}
