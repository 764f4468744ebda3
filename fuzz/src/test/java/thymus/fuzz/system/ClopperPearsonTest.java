package thymus.fuzz.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClopperPearsonTest {
    /** The values are quantiles of beta distributions: that of 0.95 with k + 1 and n - k. */
    @ParameterizedTest
    @CsvSource({
        "0, 20000, 0.000149775",
        "0, 10, 0.258866",
        "1, 10, 0.394163",
        "5, 10, 0.777559",
        "10, 10, 1",
        "2, 100, 0.061619"
    })
    void theBoundIsTheQuantileOfTheBetaDistribution(long successes, long trials, double bound) {
        assertEquals(bound, ClopperPearson.upper(successes, trials, 0.95), 1e-6);
    }

    @Test
    void atTheBoundSoFewAreAsRareAsTheConfidenceLeavesOpen() {
        double bound = ClopperPearson.upper(3, 500, 0.99);
        assertEquals(0.01, ClopperPearson.atMost(3, 500, bound), 1e-9);
    }

    @Test
    void moreTrialsBringTheBoundDown() {
        assertTrue(ClopperPearson.upper(0, 1000, 0.95) < ClopperPearson.upper(0, 100, 0.95));
    }
}
