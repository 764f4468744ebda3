package thymus.ci.verdict;

import java.math.BigInteger;
import java.util.Optional;

/**
 * How hard the fuzzer tried.
 *
 * @param transactions that were run while the property was watched
 * @param judged how often the property had something to say
 * @param coverage of the contracts' code, in words
 * @param slack how near the nearest state came to breaking it, in the units of the property's comparison; empty where
 *     nothing is compared
 * @param doubt why the fuzzer could not judge the property somewhere, in a sentence; empty if it always could
 * @param sample what traces inside an envelope came to, in a sentence; empty where none were drawn
 */
public record Testing(
        long transactions,
        long judged,
        String coverage,
        Optional<BigInteger> slack,
        Optional<String> doubt,
        Optional<String> sample) {
    /** Not at all. */
    public static final Testing NONE = new Testing(0, 0, "no coverage", Optional.empty());

    public Testing(long transactions, long judged, String coverage, Optional<BigInteger> slack) {
        this(transactions, judged, coverage, slack, Optional.empty());
    }

    public Testing(
            long transactions, long judged, String coverage, Optional<BigInteger> slack, Optional<String> doubt) {
        this(transactions, judged, coverage, slack, doubt, Optional.empty());
    }

    public Testing sampling(String sentence) {
        return new Testing(transactions, judged, coverage, slack, doubt, Optional.of(sentence));
    }
}
