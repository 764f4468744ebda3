package thymus.ci.verdict;

import java.util.List;

/**
 * One transaction of a counterexample, in words.
 *
 * @param advance the time that passes before it
 * @param call target, function and named arguments
 * @param outcome empty where it succeeded, else why it did not
 * @param changes state variables with their old and new values
 */
public record ToldStep(String advance, String sender, String call, String outcome, List<String> changes) {
    public ToldStep {
        changes = List.copyOf(changes);
    }
}
