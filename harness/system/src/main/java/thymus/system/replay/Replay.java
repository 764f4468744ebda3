package thymus.system.replay;

import java.util.List;

/**
 * What happened when a sequence was run again.
 *
 * @param specification as the user named it
 * @param warnings what has changed since the sequence was recorded
 * @param steps those that were run: the last is the one at which the property broke, if it did
 * @param attacks the transactions of attackers' contracts among them
 */
public record Replay(
        String specification,
        String property,
        List<String> warnings,
        List<ReplayedStep> steps,
        List<Attack> attacks,
        Outcome outcome) {
    /**
     * A transaction in which a contract makes some of the steps.
     *
     * @param first number of its first step
     * @param last number of its last step
     * @param owner who sends it
     * @param input with which the contract is called, 0x and hexadecimal digits
     */
    public record Attack(int first, int last, String contract, String owner, String input) {}

    public Replay {
        attacks = List.copyOf(attacks);
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
        return new Replay(specification, property, found, steps, attacks, outcome);
    }
}
