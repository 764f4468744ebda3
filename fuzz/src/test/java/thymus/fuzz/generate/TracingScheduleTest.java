package thymus.fuzz.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import thymus.fuzz.random.SplitRandom;

class TracingScheduleTest {
    private static long rarity(long sequence, int longest) {
        return TracingSchedule.of(sequence, longest).rarity();
    }

    @Test
    void eachDoublingOfACampaignIsWorthAsManyLooks() {
        assertEquals(1, rarity(0, 32));
        assertEquals(1, rarity(2_047, 32));
        assertEquals(64, rarity(2_048, 32));
        assertEquals(64, rarity(4_095, 32));
        assertEquals(128, rarity(4_096, 32));
        assertEquals(256, rarity(8_192, 32));
        assertEquals(512, rarity(16_384, 32));
        assertEquals(512, rarity(1L << 40, 32));
    }

    @Test
    void longSequencesCountAsSeveralAndShortOnesAsOne() {
        assertEquals(1, rarity(1_023, 64));
        assertEquals(64, rarity(1_024, 64));
        assertEquals(1, rarity(2_047, 1));
        assertEquals(64, rarity(2_048, 1));
    }

    @Test
    void aLookIsAsRareAsItIsCalled() {
        SplitRandom random = new SplitRandom(1);
        int looks = 0;
        for (int i = 0; i < 100_000; i++) {
            looks += new TracingSchedule(64).chance(random, 1, 2) ? 1 : 0;
        }
        assertTrue(looks > 650 && looks < 920, looks + " looks, where 781 are expected");
    }
}
