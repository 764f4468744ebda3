package thymus.fuzz.generate;

import java.util.List;
import thymus.fuzz.random.SplitRandom;

/**
 * Draws advances of the clock: mostly none, and often one that ends just before, at, or just after the edge of a
 * window.
 */
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

    /** The clock cannot advance within a block. If it does not advance, the block mostly stays the same too. */
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

    /** The advance to the moment at which an earlier transaction leaves the window. */
    private long toWindowEdge(long now, RecentValues recent) {
        if (recent.moments() == 0) {
            return duration() + jitter();
        }
        long leaves = recent.moment(random.below(recent.moments())) + duration() + jitter();
        return Math.max(0, leaves - now);
    }

    /** The advance to a multiple of a duration, because contracts with fixed periods divide the time by the period. */
    private long toMultiple(long now) {
        long period = Math.max(1, duration());
        return Math.max(0, period - Long.remainderUnsigned(now, period) + jitter());
    }

    /** An advance of any length: mostly up to some centuries, rarely up to the end of the clock. */
    private long anything() {
        int most = Math.min(random.chance(1, 8) ? 62 : USUAL_BITS, 64 - Long.numberOfLeadingZeros(bounds.maximum()));
        return random.nextLong() >>> (63 - random.below(Math.max(1, most)));
    }
}
