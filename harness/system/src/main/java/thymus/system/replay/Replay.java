package thymus.system.replay;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.spec.text.NumberText;
import thymus.system.execution.ComparedRuns;
import thymus.system.execution.Witness;

/**
 * The result of a replay.
 *
 * @param specification the path as the user gave it
 * @param warnings the changes since the sequence was recorded
 * @param parameters the values of the parameters of the deployment, by name
 * @param witnesses values at which {@code forall} was judged beside those that the steps show
 * @param steps the executed steps; the last one is the one that broke the property, if one did
 * @param attacks the transactions of attackers' contracts in the sequence
 * @param runs the last step beside the same one in another run, if that is what broke the property
 */
public record Replay(
        String specification,
        String property,
        List<String> warnings,
        Map<String, BigInteger> parameters,
        List<Witness> witnesses,
        List<ReplayedStep> steps,
        List<Attack> attacks,
        Outcome outcome,
        Optional<ComparedRuns> runs) {
    /**
     * A transaction in which a contract makes some of the steps.
     *
     * @param first the number of its first step
     * @param last the number of its last step
     * @param owner the sender
     * @param input the contract's call data, as 0x and hexadecimal digits
     */
    public record Attack(int first, int last, String contract, String owner, String input) {}

    public Replay {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        witnesses = List.copyOf(witnesses);
        attacks = List.copyOf(attacks);
        warnings = List.copyOf(warnings);
        steps = List.copyOf(steps);
    }

    /** The judgement of the property. */
    public sealed interface Outcome {
        /** @param step the number of steps after which it is false; 0: right after setup */
        record Broken(int step, String explanation) implements Outcome {}

        /** The property held throughout. */
        record Held() implements Outcome {}

        /**
         * Nothing broke the property, and this is the largest value of what it maximizes.
         *
         * @param step the number of steps after which it has the value first; 0: right after setup
         * @param left how much more its bound allows in that state; empty if no bound is claimed
         */
        record Reached(int step, BigInteger value, Optional<BigInteger> left) implements Outcome {
            /** Says {@code comes to 5e18; the claim allows 1e18 more}. */
            public String text() {
                String more = left.map(l -> l.signum() == 0
                                ? ", all that is claimed"
                                : "; the claim allows " + NumberText.value(l) + " more")
                        .orElse("");
                return "comes to " + NumberText.value(value) + more;
            }
        }

        /** The property had no truth value, for example because a view reverted. */
        record Failed(int step, String reason) implements Outcome {}
    }

    public boolean isBroken() {
        return outcome instanceof Outcome.Broken;
    }

    Replay withWarnings(List<String> found) {
        return new Replay(specification, property, found, parameters, witnesses, steps, attacks, outcome, runs);
    }
}
