package thymus.fuzz.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import thymus.fuzz.generate.Chances;
import thymus.fuzz.generate.Dictionary;
import thymus.fuzz.generate.Recent;
import thymus.fuzz.generate.Slot;
import thymus.fuzz.generate.StepSource;
import thymus.fuzz.generate.Universe;
import thymus.fuzz.random.SplitRandom;
import thymus.fuzz.shrink.SequenceOracle;
import thymus.fuzz.shrink.ShrinkRules;
import thymus.fuzz.shrink.Shrinker;
import thymus.harness.HarnessException;
import thymus.harness.system.Step;
import thymus.spec.monitor.Judgement;

/**
 * From what broke a property to the sequence that is shown: shrunk, then searched for anew with fewer transactions,
 * because the shortest way is not always part of the way that was found.
 */
final class Reduction {
    /** Sequences tried for each length below the one at hand. */
    private static final int SEARCHES = 4_000;
    private static final int LONGEST_SEARCHED = 6;

    private final Subject subject;
    private final Universe universe;
    private final ShrinkRules rules;
    private final long seed;

    Reduction(Testbed testbed, long seed) {
        subject = testbed.subject();
        universe = testbed.universe();
        rules = testbed.rules();
        this.seed = seed;
    }

    /** @param kind {@link Judgement.Violated} or {@link Judgement.Failed} */
    List<Step> reduce(int property, List<Step> steps, Class<? extends Judgement> kind, Dictionary dictionary) {
        SequenceOracle oracle = s -> brokenAt(property, s, kind);
        Shrinker shrinker = new Shrinker(oracle, rules, Shrinker.DEFAULT_EXECUTIONS);
        List<Step> best = shrinker.shrink(steps);
        boolean shorter = true;
        while (shorter && best.size() > 1 && best.size() <= LONGEST_SEARCHED + 1) {
            List<Step> found = search(property, best, kind, dictionary);
            shorter = !found.isEmpty();
            if (shorter) {
                best = shrinker.shrink(found);
            }
        }
        return best;
    }

    OptionalInt brokenAt(int property, List<Step> steps, Class<? extends Judgement> kind) {
        subject.begin();
        Judgement first = subject.start(property);
        if (ends(first)) {
            return OptionalInt.empty();
        }
        for (int i = 0; i < steps.size(); i++) {
            if (stops(steps.get(i))) {
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

    private static boolean ends(Judgement judgement) {
        return judgement instanceof Judgement.Violated || judgement instanceof Judgement.Failed;
    }

    /** Executes the step. @return whether it cannot be executed at all */
    private boolean stops(Step step) {
        try {
            subject.execute(step);
            return false;
        } catch (HarnessException e) {
            return true;
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
            default -> otherwise;
        };
    }

    /** @return a shorter sequence that breaks the property, or none */
    private List<Step> search(
            int property, List<Step> known, Class<? extends Judgement> kind, Dictionary dictionary) {
        int length = known.size() - 1;
        Chances chances = Chances.flat(universe);
        Recent recent = new Recent();
        for (int i = 0; i < SEARCHES; i++) {
            SplitRandom random = SplitRandom.of(seed ^ (property + 1L) << 32, (long) length * SEARCHES + i);
            List<Slot> slots = plan(random, known, length);
            recent.clear();
            subject.begin();
            if (ends(subject.start(property))) {
                return List.of();
            }
            StepSource source = new StepSource(random, universe, chances, dictionary, subject, recent);
            List<Step> steps = new ArrayList<>();
            for (Slot slot : slots) {
                Step step = source.draw(slot);
                steps.add(step);
                if (stops(step)) {
                    break;
                }
                recent.settle(subject.now());
                Judgement judgement = subject.judge(property);
                subject.drain(recent::see);
                if (kind.isInstance(judgement) && rules.allowed(steps)) {
                    return steps;
                }
                if (ends(judgement)) {
                    break;
                }
            }
        }
        return List.of();
    }

    /** Mostly the known calls with other arguments and times, sometimes any calls at all. */
    private static List<Slot> plan(SplitRandom random, List<Step> known, int length) {
        if (random.chance(1, 4)) {
            return Collections.nCopies(length, new Slot.Fresh());
        }
        List<Slot> slots = new ArrayList<>();
        for (Step step : known) {
            slots.add(switch (random.below(5)) {
                case 0, 1 -> new Slot.Exact(step);
                case 2 -> new Slot.Near(step);
                default -> new Slot.Again(step);
            });
        }
        while (slots.size() > length) {
            slots.remove(random.below(slots.size()));
        }
        return slots;
    }
}
