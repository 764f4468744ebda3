package thymus.ci.check;

import thymus.fuzz.CampaignOptions;
import thymus.fuzz.Judging;

/**
 * How a check fuzzes.
 *
 * @param transactions that are run at most
 * @param sequenceLength transactions in a sequence at most
 * @param judging when properties are judged
 * @param corpus what campaigns hand on to later ones
 * @param workers threads that fuzz; no verdict depends on their number, unless the time runs out
 */
public record FuzzPlan(long transactions, int sequenceLength, Judging judging, CorpusStore corpus, int workers) {
    /** One thread, sequences of the usual length, every property judged after every transaction, and no corpus. */
    public static FuzzPlan of(long transactions) {
        return new FuzzPlan(transactions, CampaignOptions.DEFAULT_SEQUENCE_LENGTH, Judging.EVERY, CorpusStore.NONE, 1);
    }
}
