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
 * @param slack how near the nearest sequence came to breaking each
 */
record Knowledge(
        Chances chances,
        Dictionary dictionary,
        Corpus corpus,
        Features covered,
        boolean[] watched,
        List<Optional<BigInteger>> slack) {}
