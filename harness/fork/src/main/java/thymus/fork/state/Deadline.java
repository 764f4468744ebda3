package thymus.fork.state;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The time after which no node is waited for.
 *
 * @param clock in nanoseconds, like {@link System#nanoTime}
 * @param end by that clock
 */
public record Deadline(LongSupplier clock, long end) {
    public static final Deadline NEVER = new Deadline(() -> 0, Long.MAX_VALUE);

    /** A deadline that much later than now. */
    public static Deadline in(Duration time) {
        return new Deadline(System::nanoTime, System.nanoTime() + time.toNanos());
    }

    /** The remaining nanoseconds; 0 or less after the deadline. */
    long left() {
        return end - clock.getAsLong();
    }
}
