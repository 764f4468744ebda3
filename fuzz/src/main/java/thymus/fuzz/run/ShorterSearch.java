package thymus.fuzz.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import thymus.fuzz.generate.CallDistribution;
import thymus.fuzz.generate.Dictionary;
import thymus.fuzz.generate.RecentValues;
import thymus.fuzz.generate.Signing;
import thymus.fuzz.generate.StepSource;
import thymus.fuzz.generate.StepTemplate;
import thymus.fuzz.generate.TracingSchedule;
import thymus.fuzz.generate.Universe;
import thymus.fuzz.random.SplitRandom;
import thymus.fuzz.shrink.ShrinkRules;
import thymus.spec.monitor.Judgement;
import thymus.system.execution.Entry;
import thymus.system.execution.Step;

/** Looks for a shorter way to what a known sequence does: its calls, one less, with other arguments and times. */
final class ShorterSearch {
    /** Sequences tried for each length. */
    private static final int SEARCHES = 4_000;
    /** Where each call is signed anew, which costs more. */
    private static final int SIGNED_SEARCHES = 1_000;
    /**
     * Transactions that the searches of a campaign may run before it has run any. Some of its own add one. The first
     * findings are searched fully; many at once are not to keep it from the next.
     */
    private static final long CREDIT = 60_000;

    private static final int PRICE = 4;

    private static final int LEAST_SEARCHES = 64;
    /** The effort for one finding falls with the number of properties, from this many on. */
    private static final int FEW = 4;

    private final MonitoredSystem subject;
    private final Universe universe;
    private final ShrinkRules rules;
    private final long seed;
    /** The transactions of all searches so far. */
    private long spent;
    /** Into how many parts the effort is cut where properties are many; a finding gets one. */
    private final int shares;

    ShorterSearch(Testbed testbed, long seed) {
        subject = testbed.subject();
        universe = testbed.universe();
        rules = testbed.rules();
        this.seed = seed;
        shares = Math.max(1, testbed.properties().size() / FEW);
    }

    /**
     * @param transactions of the campaign so far
     * @return a sequence of one step less that breaks the property, or none
     */
    List<Step> shorter(
            int property,
            List<Step> known,
            Class<? extends Judgement> kind,
            Dictionary dictionary,
            long transactions,
            BooleanSupplier expired) {
        int length = known.size() - 1;
        CallDistribution chances = CallDistribution.flat(
                universe, known.stream().anyMatch(step -> step.callbacks().isPresent()));
        RecentValues recent = new RecentValues();
        int searches = searches(known, transactions);
        for (int i = 0; i < searches && !expired.getAsBoolean(); i++) {
            SplitRandom random = SplitRandom.of(seed ^ (property + 1L) << 32, (long) length * SEARCHES + i);
            List<StepTemplate> slots = plan(random, known, length);
            recent.clear();
            subject.begin();
            if (Reduction.ends(subject.start(property))) {
                return List.of();
            }
            StepSource source =
                    new StepSource(random, universe, chances, dictionary, subject, recent, TracingSchedule.CLOSE);
            List<Step> steps = new ArrayList<>();
            for (StepTemplate slot : slots) {
                if (!source.hasNext()) {
                    break;
                }
                Step step = source.draw(slot);
                steps.add(step);
                spent++;
                if (!Reduction.runs(subject, step)) {
                    break;
                }
                recent.settle(subject.now());
                Judgement judgement = subject.judge(property);
                subject.drain(recent);
                if (kind.isInstance(judgement) && rules.allowed(steps)) {
                    return steps;
                }
                if (Reduction.ends(judgement)) {
                    break;
                }
            }
        }
        return List.of();
    }

    private int searches(List<Step> known, long transactions) {
        long left = CREDIT / shares + transactions / PRICE - spent;
        int most = (Signing.mayAsk(universe, known) ? SIGNED_SEARCHES : SEARCHES) / shares;
        return Math.clamp(left / known.size(), LEAST_SEARCHES, Math.max(most, LEAST_SEARCHES));
    }

    /** Sometimes from another sender, who may have what the known one had to get first. */
    private Step fromAnother(SplitRandom random, Step step) {
        return step.entry() == Entry.DIRECT && random.chance(1, 4)
                ? step.from(random.pick(universe.senders().stream()
                        .filter(sender -> !universe.contracts().contains(sender))
                        .toList()))
                : step;
    }

    /** Mostly the known calls with other arguments and times, sometimes any calls at all. */
    private List<StepTemplate> plan(SplitRandom random, List<Step> known, int length) {
        if (random.chance(1, 4)) {
            return Collections.nCopies(length, new StepTemplate.Fresh());
        }
        List<StepTemplate> slots = new ArrayList<>();
        for (Step original : known) {
            Step step = fromAnother(random, original);
            slots.add(
                    switch (random.below(5)) {
                        case 0, 1 -> new StepTemplate.Exact(step);
                        case 2 -> new StepTemplate.Near(step);
                        default -> new StepTemplate.Again(step);
                    });
        }
        while (slots.size() > length) {
            slots.remove(random.below(slots.size()));
        }
        return slots;
    }
}
