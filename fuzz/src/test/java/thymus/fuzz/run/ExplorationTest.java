package thymus.fuzz.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import thymus.fuzz.CampaignListener;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.CampaignResult;
import thymus.fuzz.Finding;
import thymus.fuzz.Judging;
import thymus.fuzz.fake.FakeBank;
import thymus.fuzz.shrink.Steps;
import thymus.harness.abi.AbiValue;
import thymus.harness.system.Step;

class ExplorationTest {
    private static CampaignResult run(int workers, CampaignOptions options) {
        return new Exploration(FakeBank.testbed(workers), options, CampaignListener.SILENT).run();
    }

    private static Map<String, List<Step>> found(CampaignResult result) {
        return result.findings().stream().collect(Collectors.toMap(f -> f.property().name(), Finding::steps));
    }

    @Test
    void findsEveryPlantedDefectAtItsLeastLength() {
        Map<String, List<Step>> found = found(run(1, CampaignOptions.of(1, 60_000)));
        assertEquals(2, found.get("late").size());
        assertEquals(3, found.get("opened").size());
        assertEquals(2, found.size());
    }

    @Test
    void showsThePlainestSequence() {
        List<Step> late = found(run(1, CampaignOptions.of(1, 60_000))).get("late");
        AbiValue limit = AbiValue.of(BigInteger.TEN.pow(22));
        assertEquals(List.of(limit), Steps.arguments(late.get(0)));
        assertEquals(List.of(limit), Steps.arguments(late.get(1)));
        assertEquals(List.of("alice", "alice"), late.stream().map(Step::sender).toList());
        assertEquals(List.of(0L, 3_600L), late.stream().map(Step::seconds).toList());
        assertEquals(List.of(0L, 1L), late.stream().map(Step::blocks).toList());
    }

    @Test
    void aPropertyWithoutTruthValueIsAnErrorAndNotAFinding() {
        CampaignResult result = run(1, CampaignOptions.of(1, 20_000));
        assertEquals(1, result.errors().size());
        assertEquals("undefined", result.errors().getFirst().property().name());
        assertEquals("level() reverted", result.errors().getFirst().reason());
        assertEquals(1, result.errors().getFirst().steps().size());
    }

    /** Whoever asks for long sequences gets long ones: fewer of them, and none beyond the length. */
    @Test
    void sequencesAreAsLongAsIsAskedFor() {
        long usual = run(1, CampaignOptions.of(1, 20_000)).sequences();
        long longer = run(1, CampaignOptions.of(1, 20_000).inSequencesOf(500)).sequences();
        assertTrue(20_000 / usual <= CampaignOptions.DEFAULT_SEQUENCE_LENGTH);
        assertTrue(4 * longer < usual, () -> longer + " and " + usual + " sequences");
        assertTrue(longer >= 20_000 / 500);
    }

    @Test
    void equalSeedsGiveEqualCampaigns() {
        assertEquals(run(1, CampaignOptions.of(7, 20_000)), run(1, CampaignOptions.of(7, 20_000)));
    }

    @Test
    void differentSeedsGiveDifferentCampaigns() {
        assertNotEquals(
                run(1, CampaignOptions.of(7, 2_000)).fingerprint(), run(1, CampaignOptions.of(8, 2_000)).fingerprint());
    }

    @Test
    void whatIsJudgedAtTheEndOfSequencesIsTracedBackToWhereItBroke() {
        CampaignResult result = run(1, CampaignOptions.of(1, 60_000).judging(Judging.END));
        assertEquals(2, found(result).get("late").size());
        assertEquals(3, found(result).get("opened").size());
        assertEquals(1, result.errors().getFirst().steps().size());
        assertEquals(result, run(3, CampaignOptions.of(1, 60_000).judging(Judging.END)));
    }

    @Test
    void theNumberOfWorkersDoesNotShowInTheResult() {
        CampaignResult alone = run(1, CampaignOptions.of(3, 20_000));
        assertEquals(alone, run(2, CampaignOptions.of(3, 20_000)));
        assertEquals(alone, run(5, CampaignOptions.of(3, 20_000)));
    }

    @Test
    void theBudgetIsKeptToTheTransaction() {
        assertEquals(1_237, run(2, CampaignOptions.of(5, 1_237)).transactions());
        assertEquals(0, run(1, CampaignOptions.of(5, 0)).transactions());
    }

    @Test
    void seedsAreRunFirst() {
        List<Step> late = found(run(1, CampaignOptions.of(1, 60_000))).get("late");
        CampaignResult result = run(1, CampaignOptions.of(99, 2).startingFrom(List.of(late)));
        assertEquals(Map.of("late", late), found(result));
    }

    @Test
    void everyCallIsCounted() {
        CampaignResult result = run(1, CampaignOptions.of(11, 5_000));
        long counted = result.functions().stream().mapToLong(f -> f.ok() + f.reverted()).sum();
        // Calls with raw data are of no function.
        assertTrue(counted <= result.transactions() && counted > result.transactions() * 9 / 10, counted + " counted");
    }
}
