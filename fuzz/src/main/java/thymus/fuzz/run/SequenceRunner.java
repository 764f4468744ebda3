package thymus.fuzz.run;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import thymus.fuzz.generate.Recent;
import thymus.fuzz.generate.Slot;
import thymus.fuzz.generate.StepSource;
import thymus.fuzz.generate.Universe;
import thymus.fuzz.random.SplitRandom;
import thymus.harness.HarnessException;
import thymus.harness.system.Step;
import thymus.spec.monitor.Judgement;

/** Runs one planned sequence on one subject. For one thread. */
final class SequenceRunner {
    private static final int MOST_VALUES = 16;

    private final Subject subject;
    private final Universe universe;
    private final Places place;
    private final boolean[] afterEach;
    private final Recent recent = new Recent();

    /** @param afterEach of each property whether it is judged after every transaction, or at the end only */
    SequenceRunner(Subject subject, Universe universe, boolean[] afterEach) {
        this.afterEach = afterEach;
        this.subject = subject;
        this.universe = universe;
        this.place = new Places(universe);
    }

    /**
     * @param properties how many the subject has
     * @return empty if the time was over before the end
     */
    Optional<SequenceResult> run(Plan plan, Knowledge knowledge, int properties, BooleanSupplier expired) {
        SplitRandom random = plan.random();
        recent.clear();
        subject.begin();
        Frontier frontier = subject.frontier(plan.closely());
        Tally tally = new Tally(properties);
        for (int p = 0; p < properties; p++) {
            if (knowledge.watched()[p]) {
                tally.note(p, -1, subject.start(p));
            }
        }
        StepSource source =
                new StepSource(random, universe, knowledge.chances(), knowledge.dictionary(), subject, recent,
                        plan.scrutiny());
        List<Step> steps = new ArrayList<>();
        List<SequenceResult.Call> calls = new ArrayList<>();
        Set<BigInteger> values = new LinkedHashSet<>();
        int interesting = 0;
        Optional<String> stop = Optional.empty();
        for (Slot slot : plan.slots()) {
            if (expired.getAsBoolean()) {
                return Optional.empty();
            }
            Step step = source.draw(slot);
            int covered = subject.features().count();
            frontier.step(steps.size() + 1);
            boolean ok;
            try {
                ok = subject.execute(step);
            } catch (HarnessException e) {
                stop = Optional.of(e.getMessage());
                break;
            }
            recent.settle(subject.now());
            SequenceResult.Call call = new SequenceResult.Call(
                    place.callable(step), place.sender(step.sender()), ok);
            int index = steps.size();
            steps.add(step);
            calls.add(call);
            for (int p = 0; p < properties; p++) {
                if (!tally.open(p) || !knowledge.watched()[p]) {
                    continue;
                }
                if (afterEach[p] || steps.size() == plan.slots().size()) {
                    tally.note(p, index, subject.judge(p));
                } else {
                    subject.note(p);
                }
            }
            subject.drain(recent::see);
            if (!knowledge.covered().hasAll(subject.features().since(covered))) {
                interesting = index + 1;
                values.addAll(recent.all());
            }
        }
        int[] places = subject.features().since(0);
        List<Frontier.Approach> approaches = frontier.approaches();
        return Optional.of(new SequenceResult(
                plan.number(), plan.parent(), List.copyOf(steps), List.copyOf(calls),
                places, interesting, tally.events.stream().map(e -> first(e, steps)).toList(), tally.watches(),
                approaches, values.stream().limit(MOST_VALUES).toList(), stop));
    }

    /** What is seen at the end only may have begun earlier: then there is where the property was first not true. */
    private SequenceResult.Event first(SequenceResult.Event seen, List<Step> steps) {
        int property = seen.property();
        if (afterEach[property] || seen.step() < 0) {
            return seen;
        }
        subject.begin();
        subject.start(property);
        for (int i = 0; i < seen.step(); i++) {
            subject.execute(steps.get(i));
            switch (subject.judge(property)) {
                case Judgement.Violated v -> {
                    return new SequenceResult.Event(property, i, true, v.explanation());
                }
                case Judgement.Failed f -> {
                    return new SequenceResult.Event(property, i, false, f.reason());
                }
                default -> {}
            }
        }
        return seen;
    }
}
