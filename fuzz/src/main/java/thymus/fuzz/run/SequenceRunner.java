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

/** Runs one planned sequence on one subject. For one thread. */
final class SequenceRunner {
    private static final int MOST_VALUES = 16;

    private final Subject subject;
    private final Universe universe;
    private final Places places;
    private final Recent recent = new Recent();

    SequenceRunner(Subject subject, Universe universe) {
        this.subject = subject;
        this.universe = universe;
        this.places = new Places(universe);
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
                    places.callable(step), places.sender(step.sender()), ok);
            int index = steps.size();
            steps.add(step);
            calls.add(call);
            for (int p = 0; p < properties; p++) {
                if (tally.open(p) && knowledge.watched()[p]) {
                    tally.note(p, index, subject.judge(p));
                }
            }
            subject.drain(recent::see);
            if (!knowledge.covered().hasAll(subject.features().since(covered))) {
                interesting = index + 1;
                values.addAll(recent.all());
            }
        }
        return Optional.of(new SequenceResult(
                plan.number(), plan.parent(), List.copyOf(steps), List.copyOf(calls),
                subject.features().since(0), interesting, tally.events, tally.watches(),
                frontier.approaches(), values.stream().limit(MOST_VALUES).toList(), stop));
    }
}
