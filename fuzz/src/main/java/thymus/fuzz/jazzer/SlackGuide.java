package thymus.fuzz.jazzer;

import com.code_intelligence.jazzer.api.Jazzer;
import java.math.BigInteger;
import java.util.Optional;

/** Has Jazzer look for a smaller distance to the violation of one property. */
final class SlackGuide {
    /** Steps for each doubling of the distance. */
    private static final int STEPS = 4;

    private static final int STEP_BITS = 2;

    /** The score of a distance beyond all words. */
    static final long FARTHEST = 258L * STEPS;

    private final int id;

    /** @param property gives the counters their place, the same in every run */
    SlackGuide(String property) {
        id = ("slack of " + property).hashCode();
    }

    void tell(Optional<BigInteger> slack) {
        slack.ifPresent(distance -> Jazzer.minimize(score(distance), 0, FARTHEST, Jazzer.DEFAULT_NUM_COUNTERS, id));
    }

    /** Grows with the logarithm of the distance: what matters near zero is one, and far away it is a share. */
    static long score(BigInteger slack) {
        int beyond = slack.bitLength() - STEP_BITS - 1;
        return beyond <= 0
                ? slack.longValueExact()
                : Math.min(
                        FARTHEST,
                        (long) STEPS * beyond + slack.shiftRight(beyond).longValueExact());
    }
}
