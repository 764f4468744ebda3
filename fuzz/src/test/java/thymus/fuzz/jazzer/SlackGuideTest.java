package thymus.fuzz.jazzer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SlackGuideTest {
    @Property
    void aLesserDistanceNeverHasTheGreaterScore(@ForAll byte[] one, @ForAll byte[] other) {
        BigInteger less = new BigInteger(1, one).min(new BigInteger(1, other));
        BigInteger more = new BigInteger(1, one).max(new BigInteger(1, other));
        assertTrue(SlackGuide.score(less) <= SlackGuide.score(more));
    }

    @Test
    void theLeastDistancesAreTellable() {
        for (int distance = 0; distance < 8; distance++) {
            assertEquals(distance, SlackGuide.score(BigInteger.valueOf(distance)));
        }
    }

    @Test
    void theGreatestWordIsWithinTheRange() {
        BigInteger greatest = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
        assertTrue(SlackGuide.score(greatest) <= SlackGuide.FARTHEST);
    }
}
