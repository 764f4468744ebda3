package thymus.fuzz;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import thymus.spec.tree.Property;
import thymus.system.execution.Step;

/**
 * The limits and the strategy of a campaign.
 *
 * @param seed the seed of all random choices; equal seeds give equal results with any number of workers
 * @param maxTransactions the budget, without the transactions of shrinking
 * @param maxSequenceLength the maximum number of transactions after setup in one sequence, at least 1; if it is the
 *     default or more, some sequences also repeat a step up to about 2,000 times
 * @param limit ends the campaign even if the budget is not used up; a result cut short this way may differ from run to
 *     run
 * @param properties the properties to judge; empty: all of the specification
 * @param judging when the properties are judged
 * @param tries sequences that run before all others and stay in the corpus, such as those of the specification
 * @param seeds sequences that run next, such as a solver's candidates and findings of earlier campaigns; a sequence
 *     with a step that the adversary may not take is ignored
 */
public record CampaignOptions(
        long seed,
        long maxTransactions,
        int maxSequenceLength,
        Optional<Duration> limit,
        List<Property> properties,
        Judging judging,
        List<List<Step>> tries,
        List<List<Step>> seeds) {
    public static final int DEFAULT_SEQUENCE_LENGTH = 32;

    public CampaignOptions {
        if (maxTransactions < 0 || maxSequenceLength < 1) {
            throw new IllegalArgumentException("a campaign of " + maxTransactions + " transactions in sequences of "
                    + maxSequenceLength + ": the first must be 0 or more, the second 1 or more");
        }
        properties = List.copyOf(properties);
        tries = tries.stream().map(List::copyOf).toList();
        seeds = seeds.stream().map(List::copyOf).toList();
    }

    public static CampaignOptions of(long seed, long maxTransactions) {
        return new CampaignOptions(
                seed,
                maxTransactions,
                DEFAULT_SEQUENCE_LENGTH,
                Optional.empty(),
                List.of(),
                Judging.EVERY,
                List.of(),
                List.of());
    }

    public CampaignOptions within(Duration limit) {
        return new CampaignOptions(
                seed, maxTransactions, maxSequenceLength, Optional.of(limit), properties, judging, tries, seeds);
    }

    public CampaignOptions judging(List<Property> properties) {
        return new CampaignOptions(seed, maxTransactions, maxSequenceLength, limit, properties, judging, tries, seeds);
    }

    public CampaignOptions startingFrom(List<List<Step>> seeds) {
        return new CampaignOptions(seed, maxTransactions, maxSequenceLength, limit, properties, judging, tries, seeds);
    }

    public CampaignOptions trying(List<List<Step>> tries) {
        return new CampaignOptions(seed, maxTransactions, maxSequenceLength, limit, properties, judging, tries, seeds);
    }

    public CampaignOptions inSequencesOf(int length) {
        return new CampaignOptions(seed, maxTransactions, length, limit, properties, judging, tries, seeds);
    }

    public CampaignOptions judging(Judging judging) {
        return new CampaignOptions(seed, maxTransactions, maxSequenceLength, limit, properties, judging, tries, seeds);
    }
}
