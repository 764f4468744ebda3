package thymus.fuzz.jqwik;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.fuzz.FuzzException;
import thymus.fuzz.run.SequenceSandbox;
import thymus.spec.text.NumberText;
import thymus.system.execution.Entries;
import thymus.system.execution.Step;

/**
 * A sequence of transactions on a deployed system, judged by the monitors of its specification.
 *
 * <p>If a property of the specification is false, jqwik reports the shrunk sequence instead of this one.
 */
public final class StepSequence {
    private final SequenceSandbox bench;
    private final List<Step> steps;
    private final StepText text;
    private volatile int broken = -1;

    StepSequence(SequenceSandbox bench, List<Step> steps, StepText text) {
        this.bench = bench;
        this.steps = List.copyOf(steps);
        this.text = text;
    }

    public List<Step> steps() {
        return steps;
    }

    /**
     * Returns whether the property holds after setup and after every step.
     *
     * @throws FuzzException if the specification has no such property, or it has no truth value in some state
     */
    public boolean holds(String property) {
        int number = numberOf(property);
        Optional<SequenceSandbox.Break> end = bench.judge(number, steps);
        if (end.isEmpty()) {
            return true;
        }
        if (!end.get().violation()) {
            throw new FuzzException(property + " has no truth value after step "
                    + (end.get().step() + 1) + ": " + end.get().text());
        }
        broken = number;
        return false;
    }

    /**
     * Fails the test with the shrunk sequence unless every property of the specification holds.
     *
     * @throws AssertionError with the name of the first property that does not hold
     */
    public void check() {
        for (int i = 0; i < bench.properties().size(); i++) {
            String name = bench.properties().get(i).name();
            if (!holds(name)) {
                StepSequence least = shrunk();
                throw new AssertionError(name + " is broken by " + NumberText.count(least.steps.size(), "step") + ":"
                        + System.lineSeparator() + least);
            }
        }
    }

    /** The shrunk sequence for the last property that was found false; this sequence if none was. */
    StepSequence shrunk() {
        if (broken < 0) {
            return this;
        }
        StepSequence least = new StepSequence(bench, bench.shrink(broken, steps, true, 0), text);
        least.broken = broken;
        return least;
    }

    boolean isBroken() {
        return broken >= 0;
    }

    /** This sequence without some of its steps, for tests whose condition our shrinker cannot judge. */
    StepSequence without(int from, int to) {
        List<Step> kept = new ArrayList<>(steps.subList(0, from));
        kept.addAll(steps.subList(to, steps.size()));
        return new StepSequence(bench, Entries.regrouped(kept), text);
    }

    private int numberOf(String property) {
        for (int i = 0; i < bench.properties().size(); i++) {
            if (bench.properties().get(i).name().equals(property)) {
                return i;
            }
        }
        throw new FuzzException("the specification has no property " + property + ", but "
                + String.join(
                        ", ", bench.properties().stream().map(p -> p.name()).toList()));
    }

    /** Renders one line for each step, as in reports. */
    @Override
    public String toString() {
        return text.lines(steps);
    }
}
