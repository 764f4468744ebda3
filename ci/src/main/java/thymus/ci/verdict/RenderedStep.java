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
 * @param changes state variables with their old and new values
 */
public record RenderedStep(
        Entry entry, String advance, String sender, String call, String outcome, List<String> changes) {
    public RenderedStep {
        changes = List.copyOf(changes);
    }

    /** A transaction of the sender's own. */
    public RenderedStep(String advance, String sender, String call, String outcome, List<String> changes) {
        this(Entry.DIRECT, advance, sender, call, outcome, changes);
    }
}
