package thymus.fuzz.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;
import thymus.evm.HarnessException;
import thymus.fuzz.generate.CallDistribution;
import thymus.fuzz.generate.Dictionary;
import thymus.fuzz.generate.Signing;
import thymus.fuzz.generate.Universe;
import thymus.fuzz.random.SplitRandom;
import thymus.fuzz.shrink.SequenceOracle;
import thymus.fuzz.shrink.ShrinkRules;
import thymus.fuzz.shrink.Shrinker;
import thymus.spec.monitor.Judgement;
import thymus.system.execution.Step;

/**
 * Reduces a sequence that breaks a property to the one in the report. It shrinks the sequence, and then searches for a
 * violation with fewer transactions. The shortest one need not be a part of the first one.
 */
final class Reduction {
    private static final int LONGEST_SEARCHED = 6;

    private final MonitoredSystem subject;
    private final Universe universe;
    private final ShrinkRules rules;
    private final ShorterSearch search;
    /** The sequences that were reduced before, in their order. */
    private final Set<List<Step>> reduced = new LinkedHashSet<>();

    Reduction(Testbed testbed, long seed) {
        subject = testbed.subject();
        universe = testbed.universe();
        rules = testbed.rules();
        search = new ShorterSearch(testbed, seed);
    }

    /**
     * @param kind {@link Judgement.Violated} or {@link Judgement.Failed}
     * @param transactions of the campaign so far
     * @param expired whether the campaign has no time left: what is found by then is reported
     */
    List<Step> reduce(
            int property,
            List<Step> steps,
            Class<? extends Judgement> kind,
            Dictionary dictionary,
            long transactions,
            BooleanSupplier expired) {
        SequenceOracle oracle = new SequenceOracle() {
            @Override
            public OptionalInt brokenAt(List<Step> candidate) {
                return Reduction.this.brokenAt(property, candidate, kind);
            }

            @Override
            public List<Step> amended(List<Step> candidate) {
                return resigned(candidate);
            }

            @Override
            public boolean expired() {
                return expired.getAsBoolean();
            }
        };
        Shrinker shrinker = new Shrinker(oracle, rules, Shrinker.DEFAULT_EXECUTIONS);
        List<Step> best = shrinker.shrink(start(oracle, steps));
        boolean shorter = true;
        while (shorter && !expired.getAsBoolean() && best.size() > 1 && best.size() <= LONGEST_SEARCHED + 1) {
            List<Step> found = search.shorter(property, best, kind, dictionary, transactions, expired);
            shorter = !found.isEmpty();
            if (shorter) {
                best = shrinker.shrink(found);
            }
        }
        reduced.add(best);
        return best;
    }

    /** Where another property's sequence, which is short already, breaks this one as well, it is the better start. */
    private List<Step> start(SequenceOracle oracle, List<Step> steps) {
        return reduced.stream()
                .filter(known -> known.size() < steps.size())
                .sorted(Comparator.comparingInt(List::size))
                .filter(known -> oracle.brokenAt(known).isPresent())
                .findFirst()
                .orElse(steps);
    }

    /** The steps with signatures of what they say now. */
    private List<Step> resigned(List<Step> steps) {
        if (!Signing.mayAsk(universe, steps)) {
            return steps;
        }
        subject.begin();
        Signing signing = new Signing(new SplitRandom(0), universe, CallDistribution.flat(universe, false), subject);
        List<Step> resigned = new ArrayList<>();
        for (Step step : steps) {
            Step signed = signing.signed(step);
            if (!runs(subject, signed)) {
                return steps;
            }
            resigned.add(signed);
        }
        return List.copyOf(resigned);
    }

    OptionalInt brokenAt(int property, List<Step> steps, Class<? extends Judgement> kind) {
        subject.begin();
        Judgement first = subject.start(property);
        if (ends(first)) {
            return OptionalInt.empty();
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!runs(subject, steps.get(i))) {
                return OptionalInt.empty();
            }
            Judgement judgement = subject.judge(property);
            if (kind.isInstance(judgement)) {
                return OptionalInt.of(i);
            }
            if (ends(judgement)) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    static boolean ends(Judgement judgement) {
        return judgement instanceof Judgement.Violated || judgement instanceof Judgement.Failed;
    }

    /**
     * Executes the step.
     *
     * @return whether it can be executed
     */
    static boolean runs(MonitoredSystem subject, Step step) {
        try {
            subject.execute(step);
            return true;
        } catch (HarnessException e) {
            return false;
        }
    }

    /** The text of the judgement after the last step. */
    String explain(int property, List<Step> steps, String otherwise) {
        subject.begin();
        Judgement last = subject.start(property);
        for (Step step : steps) {
            subject.execute(step);
            last = subject.judge(property);
        }
        return switch (last) {
            case Judgement.Violated violated -> violated.explanation();
            case Judgement.Failed failed -> failed.reason();
            case Judgement.Held _, Judgement.NotTriggered _, Judgement.Undecided _ -> otherwise;
        };
    }
}
