package thymus.fuzz.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import thymus.evm.HarnessException;
import thymus.fuzz.generate.CallDistribution;
import thymus.fuzz.generate.Dictionary;
import thymus.fuzz.generate.RecentValues;
import thymus.fuzz.generate.StepSource;
import thymus.fuzz.generate.StepTemplate;
import thymus.fuzz.generate.TracingSchedule;
import thymus.fuzz.random.SplitRandom;
import thymus.spec.monitor.Judgement;
import thymus.spec.monitor.Monitor;
import thymus.spec.monitor.Monitors;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Step;
import thymus.system.execution.StepResult;

/**
 * Draws traces inside the benign envelope of a {@code never_trips}, independently of each other, and counts those that
 * trip. A step that is not benign is taken back and another one is drawn: no trace leaves the envelope.
 */
public final class BenignSampling {
    private static final int MOST_STEPS = 16;
    /** How many draws a trace may spend for each step. */
    private static final int MOST_DRAWS = 12;

    private static final int BETWEEN_QUESTIONS = 64;

    private final DeployedSystem system;
    private final SystemSubject subject;
    private final BenignUniverse universe;
    private final Dictionary dictionary;
    private final CallDistribution chances;
    private final Monitor monitor;
    private final long seed;

    /**
     * What the traces came to.
     *
     * @param traces that were drawn, of at least one step
     * @param steps of all of them together
     * @param tripping the first trace that trips; no further one was drawn
     */
    public record Result(long traces, long steps, Optional<List<Step>> tripping) {}

    /** @param system after setup; the sampling owns it, and leaves it in an unspecified state */
    public BenignSampling(DeployedSystem system, Property property, long seed) {
        SystemUniverse all = new SystemUniverse(system);
        this.system = system;
        this.seed = seed;
        this.subject = new SystemSubject(system, List.of(property), all.outsiders());
        this.universe = new BenignUniverse(all, property);
        this.dictionary = SystemTestbed.dictionary(system);
        this.chances = CallDistribution.flat(universe, false);
        this.monitor = Monitors.of(property);
    }

    /**
     * @param most how many traces are drawn at most
     * @param stopped asked now and then
     */
    public Result sample(long most, BooleanSupplier stopped) {
        long traces = 0;
        long steps = 0;
        if (universe.callables().isEmpty() || universe.senders().isEmpty()) {
            return new Result(0, 0, Optional.empty());
        }
        for (long number = 0; number < most; number++) {
            if (number % BETWEEN_QUESTIONS == 0 && stopped.getAsBoolean()) {
                break;
            }
            Trace trace = trace(number);
            traces += trace.steps().isEmpty() ? 0 : 1;
            steps += trace.steps().size();
            if (trace.trips()) {
                return new Result(traces, steps, Optional.of(trace.steps()));
            }
        }
        return new Result(traces, steps, Optional.empty());
    }

    /** The share of traces that trips at most, as the fuzzer draws them, if none of so many did; at least 1. */
    public static double bound(long traces, double confidence) {
        return ClopperPearson.upper(0, traces, confidence);
    }

    private record Trace(List<Step> steps, boolean trips) {}

    private Trace trace(long number) {
        SplitRandom random = SplitRandom.of(seed, number);
        int length = 1 + random.below(MOST_STEPS);
        subject.begin();
        RecentValues recent = new RecentValues();
        StepSource source = new StepSource(
                random, universe, chances, dictionary, subject, recent, TracingSchedule.of(number, MOST_STEPS));
        List<Step> steps = new ArrayList<>();
        if (monitor.start(system.state()) instanceof Judgement.Violated) {
            return new Trace(List.of(), true);
        }
        for (int draw = 0; draw < MOST_DRAWS * length && steps.size() < length && source.hasNext(); draw++) {
            int mark = system.snapshot();
            int noted = monitor.snapshot();
            Step step = source.draw(new StepTemplate.Fresh());
            Optional<Judgement> judgement = settled(step);
            if (judgement.isPresent() && judgement.get() instanceof Judgement.Violated) {
                steps.add(step);
                return new Trace(List.copyOf(steps), true);
            }
            boolean isBenign =
                    judgement.isPresent() && judgement.get() instanceof Judgement.Held held && held.times() > 0;
            if (isBenign) {
                steps.add(step);
                recent.settle(subject.now());
                subject.drain(recent);
            } else {
                system.rollback(mark);
                monitor.rollback(noted);
            }
        }
        return new Trace(List.copyOf(steps), false);
    }

    /** @return empty if no block contains such a step */
    private Optional<Judgement> settled(Step step) {
        try {
            StepResult result = subject.settle(step);
            return Optional.of(monitor.settle(result));
        } catch (HarnessException e) {
            return Optional.empty();
        }
    }
}
