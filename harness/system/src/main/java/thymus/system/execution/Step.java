package thymus.system.execution;

import java.math.BigInteger;

/**
 * One entry into the system from outside, with the time that passes before it: mostly a whole transaction.
 *
 * @param sender an actor, or any address as {@code 0x} and 40 hexadecimal digits
 * @param target a deployed contract or an actor by name, or any address as {@code 0x} and 40 hexadecimal digits
 * @param value in wei
 * @param seconds the clock advances by, before the call; at least 0
 * @param blocks the block number advances by, before the call; at least 0
 * @param entry whether it is a transaction of its own
 */
public record Step(
        String sender, String target, StepCall call, BigInteger value, long seconds, long blocks, Entry entry) {
    public Step {
        if (seconds < 0 || blocks < 0 || value.signum() < 0) {
            throw new IllegalArgumentException("time never goes back, and value is not negative: " + seconds
                    + " seconds, " + blocks + " blocks, " + value + " wei");
        }
        if (entry == Entry.SAME_TRANSACTION && (seconds > 0 || blocks > 0)) {
            throw new IllegalArgumentException(
                    "no time passes within a transaction: " + seconds + " seconds, " + blocks + " blocks");
        }
    }

    /** A transaction of the sender's own. */
    public Step(String sender, String target, StepCall call, BigInteger value, long seconds, long blocks) {
        this(sender, target, call, value, seconds, blocks, Entry.DIRECT);
    }

    /** Whether it continues the transaction of the step before it. */
    public boolean sameTransaction() {
        return entry == Entry.SAME_TRANSACTION;
    }

    /** The same call at the same time, otherwise entered. */
    public Step entered(Entry other) {
        return other == entry ? this : new Step(sender, target, call, value, seconds, blocks, other);
    }

    /** Whether it can go on where {@code before} has ended: one contract makes all calls of a transaction. */
    public boolean canContinue(Step before) {
        return before.entry.isByContract() && before.sender.equals(sender);
    }
}
