package thymus.fuzz.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SplitRandomTest {
    /** The published test vector of SplitMix64 for the seed 1234567. */
    @Test
    void drawsTheNumbersOfSplitMix64() {
        SplitRandom random = new SplitRandom(1_234_567L);
        assertEquals(6_457_827_717_110_365_317L, random.nextLong());
        assertEquals(3_203_168_211_198_807_973L, random.nextLong());
    }

    @Property
    void staysBelowTheBound(@ForAll long seed, @ForAll @IntRange(min = 1) int bound) {
        int drawn = new SplitRandom(seed).below(bound);
        assertTrue(drawn >= 0 && drawn < bound);
    }

    @Property
    void bitsAreAsManyAsAskedFor(@ForAll long seed, @ForAll @IntRange(min = 1, max = 256) int bits) {
        BigInteger drawn = new SplitRandom(seed).bits(bits);
        assertTrue(drawn.signum() >= 0 && drawn.bitLength() <= bits);
    }

    @Property
    void streamsOfDifferentNumbersDiffer(@ForAll long seed, @ForAll long number) {
        assertNotEquals(
                SplitRandom.of(seed, number).nextLong(),
                SplitRandom.of(seed, number + 1).nextLong());
    }
}
