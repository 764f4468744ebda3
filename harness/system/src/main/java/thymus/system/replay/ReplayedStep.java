package thymus.system.replay;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.system.execution.Entry;

/**
 * One transaction as a reader follows it; every value is written in the language's notation.
 *
 * @param number from 1
 * @param entry whether it is a transaction of its own
 * @param seconds that passed before it
 * @param blocks that passed before it
 * @param time of its block, Unix time
 * @param value in wei
 * @param call the outermost call, with those it made
 * @param failure why it failed; empty if it did not
 * @param events of the whole transaction, in order
 * @param changes of storage and ether balances, in order of contract and first writing
 */
public record ReplayedStep(
        int number,
        Entry entry,
        long seconds,
        long blocks,
        long time,
        String sender,
        BigInteger value,
        CallNode call,
        Optional<String> failure,
        List<String> events,
        List<Change> changes) {
    /** @param variable such as {@code vault.shares[alice]} or {@code balance(alice)} */
    public record Change(String variable, String before, String after) {}

    public ReplayedStep {
        events = List.copyOf(events);
        changes = List.copyOf(changes);
    }
}
