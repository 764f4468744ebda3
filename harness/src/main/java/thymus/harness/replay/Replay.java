package thymus.harness.replay;

import java.util.List;

/**
 * What happened when a sequence was run again.
 *
 * @param specification as the user named it
 * @param warnings what has changed since the sequence was recorded
 * @param steps those that were run: the last is the one at which the property broke, if it did
 */
public record Replay(
        String specification, String property, List<String> warnings, List<ReplayedStep> steps, Outcome outcome) {
    public Replay {
        warnings = List.copyOf(warnings);
        steps = List.copyOf(steps);
    }

    /** What became of the property. */
    public sealed interface Outcome {
        /** @param step after how many steps; 0: right after setup */
        record Broken(int step, String explanation) implements Outcome {}

        /** It held throughout. */
        record Held() implements Outcome {}

        /** It had no truth value, such as when a view reverted. */
        record Failed(int step, String reason) implements Outcome {}
    }

    public boolean isBroken() {
        return outcome instanceof Outcome.Broken;
    }

    Replay withWarnings(List<String> found) {
        return new Replay(specification, property, found, steps, outcome);
    }
}
