package thymus.fork.state;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A moment after which nobody waits for a node.
 *
 * @param clock in nanoseconds, as {@link System#nanoTime} has it
 * @param end by that clock
 */
public record Deadline(LongSupplier clock, long end) {
    public static final Deadline NEVER = new Deadline(() -> 0, Long.MAX_VALUE);

    public static Deadline in(Duration time) {
        return new Deadline(System::nanoTime, System.nanoTime() + time.toNanos());
    }

    /** In nanoseconds; 0 or less: none. */
    long left() {
        return end - clock.getAsLong();
    }
}
