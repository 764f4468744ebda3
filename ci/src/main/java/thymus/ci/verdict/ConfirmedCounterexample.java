package thymus.ci.verdict;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import thymus.system.execution.Entry;

/**
 * A sequence that breaks a property, or leads where it has no truth value, as the replay on a fresh chain told it.
 *
 * @param origin which side found it
 * @param explanation in what way the property is broken, or why it has no truth value
 * @param replay the file from which {@code thymus replay} runs it again
 * @param confirmedOn independent EVMs that did the same in every transaction, such as {@code anvil 1.7.1 (revm)}
 * @param unconfirmed why an independent EVM that was asked for could not say; empty where none was, or one did
 */
public record ConfirmedCounterexample(
        Origin origin,
        List<RenderedStep> steps,
        String explanation,
        Path replay,
        List<String> confirmedOn,
        Optional<String> unconfirmed) {
    public ConfirmedCounterexample {
        steps = List.copyOf(steps);
        confirmedOn = List.copyOf(confirmedOn);
    }

    /** A counterexample that only our own EVM has run so far. */
    public ConfirmedCounterexample(Origin origin, List<RenderedStep> steps, String explanation, Path replay) {
        this(origin, steps, explanation, replay, List.of(), Optional.empty());
    }

    /** How many transactions the steps are: a contract may make several in one. */
    public int transactions() {
        return (int) steps.stream()
                .filter(step -> step.entry() != Entry.SAME_TRANSACTION)
                .count();
    }

    public enum Origin {
        FUZZER,
        PROVER
    }

    /** @param evm that did the same */
    public ConfirmedCounterexample confirmed(String evm) {
        return new ConfirmedCounterexample(origin, steps, explanation, replay, List.of(evm), Optional.empty());
    }

    /** @param reason why none could say */
    public ConfirmedCounterexample unconfirmed(String reason) {
        return new ConfirmedCounterexample(origin, steps, explanation, replay, List.of(), Optional.of(reason));
    }
}
