package thymus.fuzz.sequence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import thymus.fuzz.FuzzException;
import thymus.fuzz.run.JudgedSequence;
import thymus.fuzz.run.JudgedSequence.Break;
import thymus.fuzz.run.SequenceSandbox;
import thymus.spec.text.NumberText;
import thymus.system.execution.Entries;
import thymus.system.execution.Step;

/**
 * A sequence of transactions on a deployed system, judged by the monitors of its specification.
 *
 * <p>If a property of the specification is false, a test reports the shrunk sequence instead of this one.
 */
public final class StepSequence {
    private final SequenceSystem system;
    private final List<Step> steps;
    /** What is known of each property; empty: nothing yet. */
    private final List<Optional<Break>> breaks;

    private final List<Optional<BigInteger>> slack;
    private volatile int broken = -1;

    StepSequence(SequenceSystem system, JudgedSequence judged) {
        this(system, judged.steps(), judged.breaks(), judged.slack());
    }

    private StepSequence(
            SequenceSystem system, List<Step> steps, List<Optional<Break>> breaks, List<Optional<BigInteger>> slack) {
        this.system = system;
        this.steps = List.copyOf(steps);
        this.breaks = breaks;
        this.slack = slack;
    }

    /** What was not judged when it was made: it is judged when it is asked. */
    private StepSequence(SequenceSystem system, List<Step> steps) {
        this(system, steps, List.of(), List.of());
    }

    /**
     * For each property of the specification the least distance to a violation; empty where nothing was compared. A
     * sequence that is a part of another one has none at all.
     */
    public List<Optional<BigInteger>> slack() {
        return slack;
    }

    public List<Step> steps() {
        return steps;
    }

    public int size() {
        return steps.size();
    }

    /**
     * A step, for a test to read.
     *
     * @param number from 1, as it is printed
     */
    public SequenceStep step(int number) {
        return SequenceStep.of(steps.get(number - 1), system.text());
    }

    /** All steps, for a test to read. */
    public List<SequenceStep> readable() {
        return steps.stream().map(step -> SequenceStep.of(step, system.text())).toList();
    }

    /**
     * The state after some steps. They run again for the question, unless it goes on from that of the question before.
     *
     * @param count of the steps: 0 is the state after setup, 1 that after the step that is printed first
     */
    public StateAfter after(int count) {
        return new StateAfter(system, steps.subList(0, count));
    }

    /** The state after the last step. */
    public StateAfter end() {
        return after(steps.size());
    }

    /**
     * Returns whether the property holds after setup and after every step.
     *
     * @throws FuzzException if the specification has no such property, or it has no truth value in some state
     */
    public boolean holds(String property) {
        int number = numberOf(property);
        Optional<Break> end = breaks.isEmpty() ? sandbox().judge(number, steps) : breaks.get(number);
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
        for (String name : system.properties()) {
            if (!holds(name)) {
                throw new AssertionError(shrunk().finding(name));
            }
        }
    }

    /** What is said of this sequence, which breaks the property with its last step; it is kept to be replayed. */
    private String finding(String property) {
        List<String> lines = new ArrayList<>();
        lines.add(property + " is broken by " + NumberText.count(steps.size(), "step") + ":");
        lines.add(toString());
        lines.add(why());
        system.keep(property, steps).ifPresent(lines::add);
        return String.join(System.lineSeparator(), lines);
    }

    /** In what way the property that was found false last is false at the end. */
    private String why() {
        return sandbox().judge(broken, steps).map(Break::text).orElse("");
    }

    /** The shrunk sequence for the last property that was found false; this sequence if none was. */
    public StepSequence shrunk() {
        if (broken < 0) {
            return this;
        }
        StepSequence least = new StepSequence(system, sandbox().shrink(broken, steps, true, 0));
        least.broken = broken;
        return least;
    }

    /** The property that was found false last. */
    public OptionalInt broken() {
        return broken < 0 ? OptionalInt.empty() : OptionalInt.of(broken);
    }

    /** This sequence without some of its steps, for tests whose condition our shrinker cannot judge. */
    public StepSequence without(int from, int to) {
        List<Step> kept = new ArrayList<>(steps.subList(0, from));
        kept.addAll(steps.subList(to, steps.size()));
        return new StepSequence(system, Entries.regrouped(kept));
    }

    private SequenceSandbox sandbox() {
        return system.sandbox();
    }

    private int numberOf(String property) {
        int number = system.properties().indexOf(property);
        if (number < 0) {
            throw new FuzzException("the specification has no property " + property + ", but "
                    + String.join(", ", system.properties()));
        }
        return number;
    }

    /** Renders one line for each step, as in reports. */
    @Override
    public String toString() {
        return system.text().lines(steps);
    }
}
