package thymus.fuzz.run;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import thymus.system.execution.Step;

/**
 * A sequence that ran, with what the monitors said of it.
 *
 * @param breaks for each property where it was first false or had no truth value, if anywhere
 * @param slack for each property the least distance to a violation; empty where nothing was compared
 */
public record JudgedSequence(List<Step> steps, List<Optional<Break>> breaks, List<Optional<BigInteger>> slack) {
    /**
     * What became of a property along a sequence.
     *
     * @param step index of the step after which the property was false or undefined; -1 for the state after setup
     */
    public record Break(int step, boolean violation, String text) {}

    public JudgedSequence {
        steps = List.copyOf(steps);
        breaks = List.copyOf(breaks);
        slack = List.copyOf(slack);
    }

    static JudgedSequence of(SequenceResult result, int properties) {
        List<Optional<Break>> breaks = new ArrayList<>(Collections.nCopies(properties, Optional.empty()));
        for (SequenceResult.Event event : result.events()) {
            if (breaks.get(event.property()).isEmpty()) {
                breaks.set(event.property(), Optional.of(new Break(event.step(), event.violation(), event.text())));
            }
        }
        List<Optional<BigInteger>> slack = new ArrayList<>(Collections.nCopies(properties, Optional.empty()));
        result.watches().forEach(watch -> slack.set(watch.property(), watch.slack()));
        return new JudgedSequence(result.steps(), breaks, slack);
    }
}
