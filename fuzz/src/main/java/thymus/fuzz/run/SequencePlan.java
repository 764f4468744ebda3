package thymus.fuzz.run;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.generate.Mutator;
import thymus.fuzz.generate.Repeater;
import thymus.fuzz.generate.ScriptPlan;
import thymus.fuzz.generate.StepTemplate;
import thymus.fuzz.generate.TracingSchedule;
import thymus.fuzz.generate.TryVariation;
import thymus.fuzz.generate.Universe;
import thymus.fuzz.random.SplitRandom;
import thymus.system.execution.Step;

/**
 * The plan for one numbered sequence.
 *
 * @param parent the corpus entry that it mutates; -1 for none
 * @param closely whether its comparisons are traced
 * @param scrutiny how often its steps get a trial run first
 * @param random the rest of its random stream
 */
record SequencePlan(
        long number,
        int parent,
        boolean closely,
        TracingSchedule scrutiny,
        List<StepTemplate> slots,
        SplitRandom random) {
    private static final int SHORT = 4;
    private static final int MEDIUM = 12;
    /** One in this many sequences repeats a step many times. */
    private static final int REPEATED_IN = 8;

    /** One in this many is a varied try of the specification. */
    private static final int VARIED_IN = 7;

    /** Plans a sequence. The plan depends only on the arguments. */
    static SequencePlan of(
            long number, long seed, CampaignSnapshot knowledge, FirstSequences first, int longest, Universe universe) {
        if (number < first.count()) {
            return exactly(number, seed, first.get(number));
        }
        SplitRandom random = SplitRandom.of(seed, number);
        TracingSchedule scrutiny = TracingSchedule.of(number, longest);
        Corpus corpus = knowledge.corpus();
        if (!first.tries().isEmpty() && number % VARIED_IN == 0) {
            TryVariation variation = new TryVariation(random, knowledge.dictionary());
            List<Step> known = random.pick(first.tries());
            List<Step> renamed = random.chance(1, 4) ? known : variation.renamed(known);
            List<Step> varied = random.chance(1, 2) ? variation.echoed(renamed, universe) : renamed;
            List<StepTemplate> slots = random.chance(1, 2)
                    ? new Mutator(random, Math.max(varied.size(), longest)).extend(varied)
                    : exact(varied);
            return new SequencePlan(number, -1, true, scrutiny, slots, random);
        }
        if (!corpus.isEmpty() && number % REPEATED_IN == 0 && longest >= CampaignOptions.DEFAULT_SEQUENCE_LENGTH) {
            Corpus.Choice chosen = random.chance(1, 2)
                    ? corpus.chooseBelow(random, knowledge.watched().length)
                    : corpus.choose(random);
            Optional<BigInteger> slack =
                    chosen.goal() >= 0 && chosen.goal() < knowledge.slack().size()
                            ? knowledge.slack().get(chosen.goal())
                            : Optional.empty();
            List<StepTemplate> slots =
                    new Repeater(random, universe.advance(), knowledge.dictionary()).repeat(chosen.steps(), slack);
            if (slots.size() <= longest || knowledge.affords(slots.size())) {
                return new SequencePlan(number, chosen.id(), false, scrutiny, slots, random);
            }
        }
        if (!corpus.isEmpty() && random.chance(3, 4)) {
            boolean near = random.chance(1, 2);
            Corpus.Choice chosen =
                    near ? corpus.chooseNearest(random, knowledge.watched().length) : corpus.choose(random);
            int length = chosen.steps().size();
            // A mutated repetition keeps its length if the budget affords it.
            Mutator mutator = new Mutator(random, knowledge.affords(length) ? Math.max(length, longest) : longest);
            List<StepTemplate> slots = !near && random.chance(1, 2)
                    ? mutator.extend(chosen.steps())
                    : mutator.vary(
                            chosen.steps(),
                            random.chance(1, 2) ? corpus.choose(random).steps() : List.of());
            boolean closely = scrutiny.chance(random, 1, 2);
            return new SequencePlan(
                    number, chosen.id(), closely, scrutiny, scripted(slots, longest, universe, random), random);
        }
        // Most sequences are short, so that violations by few transactions are found with few.
        int length = 1
                + random.below(
                        switch (random.below(6)) {
                            case 0 -> longest;
                            case 1 -> Math.min(MEDIUM, longest);
                            default -> Math.min(SHORT, longest);
                        });
        boolean closely = scrutiny.chance(random, 1, 8);
        List<StepTemplate> slots = Collections.nCopies(length, new StepTemplate.Fresh());
        return new SequencePlan(number, -1, closely, scrutiny, scripted(slots, longest, universe, random), random);
    }

    /** Plans to run the steps as they are. */
    static SequencePlan exactly(long number, long seed, List<Step> steps) {
        return new SequencePlan(number, -1, true, TracingSchedule.CLOSE, exact(steps), SplitRandom.of(seed, number));
    }

    private static List<StepTemplate> exact(List<Step> steps) {
        return steps.stream().<StepTemplate>map(StepTemplate.Exact::new).toList();
    }

    private static List<StepTemplate> scripted(
            List<StepTemplate> slots, int longest, Universe universe, SplitRandom random) {
        return ScriptPlan.with(universe.scripts(), lengthened(slots, longest, random), longest, random);
    }

    /** Lengthens half of the sequences if the campaign's maximum length is above the default. */
    private static List<StepTemplate> lengthened(List<StepTemplate> slots, int longest, SplitRandom random) {
        if (longest <= CampaignOptions.DEFAULT_SEQUENCE_LENGTH || slots.size() >= longest || random.chance(1, 2)) {
            return slots;
        }
        List<StepTemplate> longer = new ArrayList<>(slots);
        longer.addAll(Collections.nCopies(1 + random.below(longest - slots.size()), new StepTemplate.Fresh()));
        return longer;
    }
}
