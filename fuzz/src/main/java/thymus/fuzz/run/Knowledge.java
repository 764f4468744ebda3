package thymus.fuzz.run;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.fuzz.generate.Chances;
import thymus.fuzz.generate.Dictionary;

/**
 * What the batches before have taught; it does not change while a batch runs.
 *
 * @param covered by all sequences so far
 * @param watched the properties that are not broken yet
 * @param slack how near the nearest sequence of usual length came to breaking each
 * @param transactions so far
 * @param lengthy those of them that were in sequences longer than usual
 */
record Knowledge(
        Chances chances,
        Dictionary dictionary,
        Corpus corpus,
        Features covered,
        boolean[] watched,
        List<Optional<BigInteger>> slack,
        long transactions,
        long lengthy) {
    /** Of so many transactions one may be in a sequence longer than usual. */
    private static final int LENGTHY_IN = 8;

    /** Whether there was enough of what is usual for a sequence of that many steps. */
    boolean affords(int steps) {
        return (lengthy + steps) * LENGTHY_IN <= transactions;
    }
}
