package thymus.fuzz.run;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import thymus.fuzz.generate.CallDistribution;
import thymus.fuzz.generate.StepTemplate;
import thymus.fuzz.generate.TracingSchedule;
import thymus.fuzz.random.SplitRandom;
import thymus.spec.monitor.Judgement;
import thymus.spec.tree.Property;
import thymus.system.execution.ImpossibleTransactionException;
import thymus.system.execution.Step;

/** Single sequences instead of a campaign: drawn, judged and shrunk one at a time. For one thread at a time. */
public final class SequenceSandbox {
    private final Testbed testbed;
    private final SequenceRunner runner;
    private final CallDistribution chances;

    public SequenceSandbox(Testbed testbed) {
        this.testbed = testbed;
        boolean[] afterEach = new boolean[testbed.properties().size()];
        Arrays.fill(afterEach, true);
        runner = new SequenceRunner(testbed.subject(), testbed.universe(), afterEach);
        chances = CallDistribution.flat(testbed.universe(), testbed.universe().callsOut());
    }

    public List<Property> properties() {
        return testbed.properties();
    }

    /** Draws a sequence; the same seed and length give the same one. */
    public synchronized List<Step> draw(long seed, int length) {
        boolean[] none = new boolean[testbed.properties().size()];
        CampaignSnapshot knowledge = new CampaignSnapshot(
                chances,
                testbed.dictionary(),
                new Corpus(),
                new Features(),
                none,
                List.of(),
                0,
                0,
                0,
                new boolean[testbed.universe().callables().size()]);
        SequencePlan plan = new SequencePlan(
                0,
                -1,
                false,
                TracingSchedule.CLOSE,
                Collections.nCopies(length, new StepTemplate.Fresh()),
                SplitRandom.of(seed, 0));
        return runner.run(plan, knowledge, () -> false).steps();
    }

    /**
     * What became of a property along a sequence.
     *
     * @param step index of the step after which the property was false or undefined; -1 for the state after setup
     */
    public record Break(int step, boolean violation, String text) {}

    /** @return where the property is first false or has no truth value, if anywhere */
    public synchronized Optional<Break> judge(int property, List<Step> steps) {
        MonitoredSystem subject = testbed.subject();
        subject.begin();
        Judgement judgement = subject.start(property);
        for (int i = 0; ; i++) {
            switch (judgement) {
                case Judgement.Violated violated -> {
                    return Optional.of(new Break(i - 1, true, violated.explanation()));
                }
                case Judgement.Failed failed -> {
                    return Optional.of(new Break(i - 1, false, failed.reason()));
                }
                case Judgement.Held _, Judgement.NotTriggered _, Judgement.Undecided _ -> {}
            }
            if (i == steps.size()) {
                return Optional.empty();
            }
            try {
                subject.execute(steps.get(i));
            } catch (ImpossibleTransactionException e) {
                judgement = new Judgement.NotTriggered();
                continue; // what no block contains is no step
            }
            judgement = subject.judge(property);
        }
    }

    /** The shortest and plainest sequence that breaks the property as the given one does. */
    public synchronized List<Step> shrink(int property, List<Step> steps, boolean violation, long seed) {
        return new Reduction(testbed, seed)
                .reduce(
                        property,
                        steps,
                        violation ? Judgement.Violated.class : Judgement.Failed.class,
                        testbed.dictionary(),
                        0);
    }
}
