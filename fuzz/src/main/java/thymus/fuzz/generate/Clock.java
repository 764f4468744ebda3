package thymus.fuzz.generate;

import java.util.List;
import thymus.fuzz.random.SplitRandom;

/** Draws advances of the clock: mostly none, often to just before, onto and just after the edge of a window. */
final class Clock {
    private static final int SHORT = 16;
    private static final int USUAL_BITS = 34;
    private static final long SECONDS_PER_BLOCK = 12;

    private final SplitRandom random;
    private final Advance bounds;
    private final List<Long> durations;

    Clock(SplitRandom random, Advance bounds, Dictionary dictionary) {
        this.random = random;
        this.bounds = bounds;
        this.durations = dictionary.durations();
    }

    long seconds(long now, RecentValues recent) {
        return bounds.clamp(
                now,
                switch (random.below(20)) {
                    case 0, 1, 2, 3, 4, 5, 6, 7, 8 -> 0;
                    case 9 -> random.below(SHORT);
                    case 10, 11, 12 -> duration() + jitter();
                    case 13, 14 -> toWindowEdge(now, recent);
                    case 15 -> toMultiple(now);
                    case 16, 17, 18 -> (random.nextLong() >>> 1) % (duration() + 1);
                    default -> anything();
                });
    }

    /** Time does not pass within a block; without time, there is mostly no new block either. */
    long blocks(long seconds) {
        if (seconds == 0) {
            return random.chance(1, 8) ? 1 : 0;
        }
        return random.chance(1, 2) ? 1 : Math.max(1, seconds / SECONDS_PER_BLOCK);
    }

    private long duration() {
        return durations.isEmpty() ? 1 : random.pick(durations);
    }

    private long jitter() {
        return random.below(3) - 1L;
    }

    /** The moment at which an earlier transaction leaves a window that ends now. */
    private long toWindowEdge(long now, RecentValues recent) {
        if (recent.moments() == 0) {
            return duration() + jitter();
        }
        long leaves = recent.moment(random.below(recent.moments())) + duration() + jitter();
        return Math.max(0, leaves - now);
    }

    /** Contracts that count in fixed periods divide the clock by their length. */
    private long toMultiple(long now) {
        long period = Math.max(1, duration());
        return Math.max(0, period - Long.remainderUnsigned(now, period) + jitter());
    }

    /** Any length: mostly up to some centuries, now and then up to what the clock can hold. */
    private long anything() {
        int most = Math.min(random.chance(1, 8) ? 62 : USUAL_BITS, 64 - Long.numberOfLeadingZeros(bounds.maximum()));
        return random.nextLong() >>> (63 - random.below(Math.max(1, most)));
    }
}
