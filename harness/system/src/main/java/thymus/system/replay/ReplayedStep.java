package thymus.system.replay;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
 * @param callbacks of attackers' accounts in the transaction that the step begins
 * @param chains where there are several: on which the step is, and which clocks do not agree
 * @param gas that the call of a contract has at most; empty for all that there is
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
        List<Change> changes,
        List<Reaction> callbacks,
        OptionalLong gas,
        Optional<String> chains) {
    /**
     * What an attacker's account does when it is called.
     *
     * @param happened while the step ran, indented by depth; of several accounts, all at the first one
     * @param code in a notation like Solidity's; of a callee, what its views answer
     * @param answering the code that stands in the place of a callee meanwhile; empty for an attacker's contract
     */
    public record Reaction(String account, List<String> happened, List<String> code, Optional<String> answering) {
        public Reaction {
            happened = List.copyOf(happened);
            code = List.copyOf(code);
        }

        /** What the lines of {@link #code} are. */
        public String title() {
            return (answering.isPresent() ? "answers of " : "code at ") + account;
        }
    }

    /** @param variable such as {@code vault.shares[alice]} or {@code balance(alice)} */
    public record Change(String variable, String before, String after) {}

    public ReplayedStep {
        events = List.copyOf(events);
        changes = List.copyOf(changes);
        callbacks = List.copyOf(callbacks);
    }
}
