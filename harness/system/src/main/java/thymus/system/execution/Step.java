package thymus.system.execution;

import java.math.BigInteger;
import java.util.Optional;

/**
 * One entry into the system from outside, with the time that passes before it: mostly a whole transaction.
 *
 * @param sender an actor, or any address as {@code 0x} and 40 hexadecimal digits
 * @param target a deployed contract or an actor by name, or any address as {@code 0x} and 40 hexadecimal digits
 * @param value in wei
 * @param seconds the clock advances by, before the call; at least 0
 * @param blocks the block number advances by, before the call; at least 0
 * @param entry whether it is a transaction of its own
 * @param callbacks what attackers' accounts do when they are called in the transaction that the step begins; empty
 *     where none has anything to do
 * @param ahead how many seconds the clocks of other chains are then ahead of that of the first one, unless they would
 *     go back for that; negative: behind
 * @param gas that a call of a contract has at most; {@link #ALL_GAS} for what there is, as every transaction of the
 *     sender's own
 */
public record Step(
        String sender,
        String target,
        StepCall call,
        BigInteger value,
        long seconds,
        long blocks,
        Entry entry,
        Optional<Callbacks> callbacks,
        long gas,
        long ahead) {
    public static final long ALL_GAS = Long.MAX_VALUE;

    public Step {
        if (seconds < 0 || blocks < 0 || value.signum() < 0) {
            throw new IllegalArgumentException("time never goes back, and value is not negative: " + seconds
                    + " seconds, " + blocks + " blocks, " + value + " wei");
        }
        if (entry == Entry.SAME_TRANSACTION && (seconds > 0 || blocks > 0)) {
            throw new IllegalArgumentException(
                    "no time passes within a transaction: " + seconds + " seconds, " + blocks + " blocks");
        }
        if (entry == Entry.SAME_TRANSACTION && callbacks.isPresent()) {
            throw new IllegalArgumentException("the callbacks of a transaction stand at its first step");
        }
        if (entry == Entry.FORCED && (callbacks.isPresent() || call.model().isPresent() || call.data().length > 0)) {
            throw new IllegalArgumentException("ether is forced into a contract without a call");
        }
        if (gas < 0 || (gas != ALL_GAS && !entry.isByContract())) {
            throw new IllegalArgumentException("who sends a transaction does not save on its gas: " + gas);
        }
    }

    /** With all the gas that there is. */
    public Step(
            String sender,
            String target,
            StepCall call,
            BigInteger value,
            long seconds,
            long blocks,
            Entry entry,
            Optional<Callbacks> callbacks) {
        this(sender, target, call, value, seconds, blocks, entry, callbacks, ALL_GAS, 0);
    }

    /** A step in which no attacker's account has anything to do. */
    public Step(String sender, String target, StepCall call, BigInteger value, long seconds, long blocks, Entry entry) {
        this(sender, target, call, value, seconds, blocks, entry, Optional.empty());
    }

    /** A transaction of the sender's own. */
    public Step(String sender, String target, StepCall call, BigInteger value, long seconds, long blocks) {
        this(sender, target, call, value, seconds, blocks, Entry.DIRECT);
    }

    /** While the clocks of all chains agree. */
    public Step(
            String sender,
            String target,
            StepCall call,
            BigInteger value,
            long seconds,
            long blocks,
            Entry entry,
            Optional<Callbacks> callbacks,
            long gas) {
        this(sender, target, call, value, seconds, blocks, entry, callbacks, gas, 0);
    }

    /** With other clocks of chains. */
    public Step ahead(long other) {
        return new Step(sender, target, call, value, seconds, blocks, entry, callbacks, gas, other);
    }

    /** Ether that is forced into a contract, without a call of it. */
    public static Step forced(String sender, String target, BigInteger value, long seconds, long blocks) {
        return new Step(sender, target, new StepCall.RawCall(new byte[0]), value, seconds, blocks, Entry.FORCED);
    }

    /** Whether it calls nothing. */
    public boolean isForced() {
        return entry == Entry.FORCED;
    }

    /** Whether it continues the transaction of the step before it. */
    public boolean sameTransaction() {
        return entry == Entry.SAME_TRANSACTION;
    }

    /** The same call at the same time, otherwise entered. What continues a transaction has no callbacks of its own. */
    public Step entered(Entry other) {
        Optional<Callbacks> kept = other == Entry.SAME_TRANSACTION ? Optional.empty() : callbacks;
        long limit = other.isByContract() ? gas : ALL_GAS;
        return other == entry
                ? this
                : new Step(sender, target, call, value, seconds, blocks, other, kept, limit, ahead);
    }

    public Step from(String other) {
        return new Step(other, target, call, value, seconds, blocks, entry, callbacks, gas, ahead);
    }

    public Step calling(StepCall other) {
        return new Step(sender, target, other, value, seconds, blocks, entry, callbacks, gas, ahead);
    }

    public Step paying(BigInteger other) {
        return new Step(sender, target, call, other, seconds, blocks, entry, callbacks, gas, ahead);
    }

    /** What does not continue a transaction at any other time. */
    public Step after(long otherSeconds, long otherBlocks) {
        return new Step(sender, target, call, value, otherSeconds, otherBlocks, entry, callbacks, gas, ahead);
    }

    /** The step with other callbacks; itself if it continues a transaction or calls nobody. */
    public Step reacting(Optional<Callbacks> other) {
        return sameTransaction() || isForced()
                ? this
                : new Step(sender, target, call, value, seconds, blocks, entry, other, gas, ahead);
    }

    /** With so much gas at most, if a contract calls. */
    public Step limited(long limit) {
        return entry.isByContract()
                ? new Step(sender, target, call, value, seconds, blocks, entry, callbacks, limit)
                : this;
    }

    /** Whether it can go on where {@code before} has ended: one contract makes all calls of a transaction. */
    public boolean canContinue(Step before) {
        return before.entry.isByContract() && before.sender.equals(sender);
    }
}
