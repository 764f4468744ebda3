package thymus.fuzz.run;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.fuzz.generate.CallDistribution;
import thymus.fuzz.generate.Dictionary;

/**
 * What the batches before have taught; it does not change while a batch runs.
 *
 * @param covered by all sequences so far
 * @param watched the properties that are not broken yet
 * @param slack how near the nearest sequence of usual length came to breaking each
 * @param transactions so far
 * @param lengthy those of them that were in sequences longer than usual
 * @param huge those of them that were in very long ones
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
        long huge) {
    /** Of so many transactions one may be in a sequence longer than usual, and another in one that is very long. */
    private static final int LENGTHY_IN = 8;

    /** Were these not counted apart, many that are a little longer would leave no room for one of a thousand steps. */
    private static final int HUGE = 256;

    static boolean isHuge(int steps) {
        return steps > HUGE;
    }

    /** Whether there was enough of what is usual since the last such sequence, however long that was. */
    boolean affords(int steps) {
        return Math.max(isHuge(steps) ? huge : lengthy, steps) * LENGTHY_IN <= transactions;
    }
}
