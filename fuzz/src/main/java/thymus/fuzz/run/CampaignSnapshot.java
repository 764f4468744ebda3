package thymus.fuzz.run;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.fuzz.generate.CallDistribution;
import thymus.fuzz.generate.Dictionary;

/**
 * The knowledge from earlier batches. It does not change while a batch runs.
 *
 * @param covered the features of all sequences so far
 * @param watched which properties are not broken yet
 * @param slack the least distance to a violation of each property, over sequences of the usual length
 * @param transactions the number of transactions so far
 * @param lengthy the number of them in sequences longer than usual
 * @param huge the number of them in very long sequences
 * @param blocked of each function whether no call of it has succeeded
 */
record CampaignSnapshot(
        CallDistribution chances,
        Dictionary dictionary,
        Corpus corpus,
        Features covered,
        boolean[] watched,
        List<Optional<BigInteger>> slack,
        long transactions,
        long lengthy,
        long huge,
        boolean[] blocked) {
    /** One in this many transactions may be in a sequence longer than usual, and one more in a very long sequence. */
    private static final int LENGTHY_IN = 8;
    /** In one of so many sequences it is asked why calls failed. */
    private static final int ASKED_IN = 8;

    /**
     * The steps above which a sequence is very long. The separate budget keeps many slightly longer sequences from
     * using up that of very long ones.
     */
    private static final int HUGE = 256;

    /** Whether it is asked why a call of the function failed: of some of those that never succeed. */
    boolean isAsked(long sequence, int callable) {
        return callable >= 0 && blocked[callable] && sequence % ASKED_IN == 0;
    }

    CampaignSnapshot watching(boolean[] properties) {
        return new CampaignSnapshot(
                chances, dictionary, corpus, covered, properties, slack, transactions, lengthy, huge, blocked);
    }

    static boolean isHuge(int steps) {
        return steps > HUGE;
    }

    /** Returns whether the budget allows a sequence of that many steps, however long the previous long one was. */
    boolean affords(int steps) {
        return Math.max(isHuge(steps) ? huge : lengthy, steps) * LENGTHY_IN <= transactions;
    }
}
