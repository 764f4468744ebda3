package thymus.ci.verdict;

import java.util.List;
import thymus.system.execution.Entry;

/**
 * One step of a counterexample, in words.
 *
 * @param entry whether it is a transaction of its own
 * @param advance the time that passes before it
 * @param call target, function and named arguments
 * @param outcome empty where it succeeded, else why it did not
 * @param callbacks what an attacker's account did when it was called, indented by depth, and its code
 * @param changes state variables with their old and new values
 */
public record RenderedStep(
        Entry entry,
        String advance,
        String sender,
        String call,
        String outcome,
        List<String> callbacks,
        List<String> changes) {
    public RenderedStep {
        callbacks = List.copyOf(callbacks);
        changes = List.copyOf(changes);
    }

    /** A transaction of the sender's own. */
    public RenderedStep(String advance, String sender, String call, String outcome, List<String> changes) {
        this(Entry.DIRECT, advance, sender, call, outcome, changes);
    }

    /** A step in which no attacker's account did anything when it was called. */
    public RenderedStep(Entry entry, String advance, String sender, String call, String outcome, List<String> changes) {
        this(entry, advance, sender, call, outcome, List.of(), changes);
    }
}
