package thymus.fuzz.run;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import thymus.fuzz.generate.CallDistribution;
import thymus.fuzz.generate.StepTemplate;
import thymus.fuzz.generate.TracingSchedule;
import thymus.fuzz.random.ByteRandom;
import thymus.fuzz.run.JudgedSequence.Break;
import thymus.spec.monitor.Judgement;
import thymus.spec.tree.Property;
import thymus.system.execution.ImpossibleTransactionException;
import thymus.system.execution.Step;

/** Single sequences instead of a campaign: drawn, judged and shrunk one at a time. For one thread at a time. */
public final class SequenceSandbox {
    /** Where another fuzzer follows comparisons, ours asks contracts what they compare in one of so many cases. */
    private static final TracingSchedule SELDOM = new TracingSchedule(8);

    private final Testbed testbed;
    private final SequenceRunner runner;
    private final CampaignSnapshot unguided;
    /** The steps that have led to the subject's state, if it was left for a question: the next may go on from there. */
    private Optional<List<Step>> place = Optional.empty();

    private boolean isPossible = true;

    public SequenceSandbox(Testbed testbed) {
        this.testbed = testbed;
        boolean[] all = new boolean[testbed.properties().size()];
        Arrays.fill(all, true);
        runner = new SequenceRunner(testbed.subject(), testbed.universe(), all);
        unguided = new CampaignSnapshot(
                CallDistribution.flat(testbed.universe(), testbed.universe().callsOut()),
                testbed.dictionary(),
                new Corpus(),
                new Features(),
                all,
                List.of(),
                0,
                0,
                0,
                new boolean[testbed.universe().callables().size()]);
    }

    public List<Property> properties() {
        return testbed.properties();
    }

    /**
     * Sequences that are guided by what those before them reached.
     *
     * @param longest the usual number of steps at most
     * @param tries that come first and are varied later, such as those of the specification
     */
    public GuidedSequences guided(long seed, int longest, List<List<Step>> tries) {
        return new GuidedSequences(testbed, this, seed, longest, tries);
    }

    /**
     * Runs the sequence that the bytes make, which depends on nothing else.
     *
     * @param longest the number of steps at most
     */
    public JudgedSequence run(byte[] data, int longest) {
        int length = ByteRandom.steps(data, longest);
        SequencePlan plan = new SequencePlan(
                0, -1, false, SELDOM, Collections.nCopies(length, new StepTemplate.Fresh()), new ByteRandom(data));
        return JudgedSequence.of(run(plan, unguided), testbed.properties().size());
    }

    SequenceResult run(SequencePlan plan, CampaignSnapshot knowledge) {
        synchronized (testbed) {
            place = Optional.empty();
            return runner.run(plan, knowledge, () -> false);
        }
    }

    /** Asks something of the system in the state after the steps. */
    public <T> T after(List<Step> steps, Supplier<T> question) {
        synchronized (testbed) {
            goTo(steps);
            return question.get();
        }
    }

    private void goTo(List<Step> steps) {
        Optional<List<Step>> start =
                place.filter(known -> known.size() <= steps.size() && known.equals(steps.subList(0, known.size())));
        place = Optional.empty();
        if (start.isEmpty()) {
            testbed.subject().begin();
            isPossible = true;
        }
        for (Step step : steps.subList(start.map(List::size).orElse(0), steps.size())) {
            isPossible = executed(step);
        }
        place = Optional.of(List.copyOf(steps));
    }

    /** Why the last of the steps failed; empty if it succeeded, or there is none. */
    public Optional<String> failure(List<Step> steps) {
        return after(
                steps,
                () -> !isPossible
                        ? Optional.of("no block contains such a transaction")
                        : steps.isEmpty() ? Optional.empty() : testbed.subject().failure());
    }

    /** @return whether there was such a transaction: what no block contains is no step */
    private boolean executed(Step step) {
        try {
            testbed.subject().execute(step);
            return true;
        } catch (ImpossibleTransactionException e) {
            return false;
        }
    }

    /** @return where the property is first false or has no truth value, if anywhere */
    public Optional<Break> judge(int property, List<Step> steps) {
        synchronized (testbed) {
            place = Optional.empty();
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
                judgement = executed(steps.get(i)) ? subject.judge(property) : new Judgement.NotTriggered();
            }
        }
    }

    /** The shortest and plainest sequence that breaks the property as the given one does. */
    public List<Step> shrink(int property, List<Step> steps, boolean violation, long seed) {
        synchronized (testbed) {
            place = Optional.empty();
            return new Reduction(testbed, seed)
                    .reduce(
                            property,
                            steps,
                            violation ? Judgement.Violated.class : Judgement.Failed.class,
                            testbed.dictionary(),
                            0,
                            () -> false);
        }
    }
}
