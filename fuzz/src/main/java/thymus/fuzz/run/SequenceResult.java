package thymus.fuzz.run;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.fuzz.shrink.Steps;
import thymus.system.execution.Step;

/**
 * What one numbered sequence showed, before it is merged with the others.
 *
 * @param parent the corpus entry that it varies; -1 for none
 * @param calls one for each step
 * @param places features in the order of their first hit
 * @param interesting how many of its steps are needed for all that was new when it ran
 * @param values worth remembering
 * @param stop why the sequence could not go on, such as a precompile that cannot be run on this platform
 */
record SequenceResult(
        long number,
        int parent,
        List<Step> steps,
        List<Call> calls,
        int[] places,
        int interesting,
        List<Event> events,
        List<Watch> watches,
        List<BranchDistances.Approach> approaches,
        List<BigInteger> values,
        Optional<String> stop) {
    /** The number of the sequence without transactions. */
    static final long SETUP = -1;

    /**
     * @param callable -1 for what the adversary's universe does not have, which only a seed can contain
     * @param reached whether it led to an account that may be an attacker's contract
     * @param survived whether it succeeded although a call that it made failed
     * @param failure why it failed, where that is asked
     * @param asked whether it handed a signature to ecrecover
     */
    record Call(
            int callable,
            int sender,
            boolean ok,
            boolean reached,
            boolean survived,
            boolean asked,
            Optional<String> failure) {}

    /**
     * The first steps without those that reverted, whose time is left to the next: all that a revert changes is the
     * clock.
     */
    List<Step> effective(int length) {
        List<Step> kept = new ArrayList<>();
        long seconds = 0;
        long blocks = 0;
        for (int i = 0; i < length; i++) {
            Step step = steps.get(i);
            if (calls.get(i).ok() || i == length - 1) {
                kept.add(Steps.later(step, seconds, blocks));
                seconds = 0;
                blocks = 0;
            } else {
                seconds = Steps.saturatedSum(seconds, step.seconds());
                blocks = Steps.saturatedSum(blocks, step.blocks());
            }
        }
        return kept;
    }

    /** A property that was broken, or had no truth value, after the step of that index. */
    record Event(int property, int step, boolean violation, String text) {}

    /**
     * How often one property was judged, and the nearest slack with the number of steps that led to it.
     *
     * @param doubt why it could not be judged somewhere
     */
    record Watch(int property, long judged, Optional<BigInteger> slack, int nearest, Optional<String> doubt) {}
}
