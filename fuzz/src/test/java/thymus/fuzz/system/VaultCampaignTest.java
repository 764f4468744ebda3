package thymus.fuzz.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thymus.fixtures.Repository;
import thymus.fuzz.CampaignListener;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.CampaignResult;
import thymus.system.execution.DeployedSystem;

@Tag("integration")
class VaultCampaignTest {
    private static final long SEED = 5;
    private static final Path VAULT = Repository.vault();

    private static CampaignResult run(int workers, long transactions) {
        List<DeployedSystem> systems =
                IntStream.range(0, workers).mapToObj(i -> Corpus.deploy(VAULT)).toList();
        return new Campaign(systems, CampaignOptions.of(SEED, transactions), CampaignListener.SILENT).run();
    }

    @Test
    void nothingBreaksTheVaultAndEveryClaimIsPutToTheTest() {
        // Re-arming needs a trip and an hour of waiting: with two seeds of five 40,000 are too few to see it at all.
        CampaignResult result = run(1, 60_000);
        assertEquals(List.of(), result.findings());
        assertEquals(List.of(), result.errors());
        assertEquals(List.of(), result.stops());
        for (CampaignResult.PropertyFigures figures : result.properties()) {
            assertTrue(
                    figures.judged() > 100, figures.property().name() + " was judged " + figures.judged() + " times");
        }
    }

    /** A campaign on the chain itself: as on the fake bank, only the seed decides. */
    @Test
    void neitherTheWorkersNorTheRunShowInTheResult() {
        CampaignResult first = run(1, 1_500);
        assertEquals(first.fingerprint(), run(1, 1_500).fingerprint());
        CampaignResult shared = run(2, 1_500);
        assertEquals(first.fingerprint(), shared.fingerprint());
        assertEquals(first.functions(), shared.functions());
        assertEquals(first.coverage(), shared.coverage());
        assertEquals(
                first.properties().stream()
                        .map(CampaignResult.PropertyFigures::slack)
                        .toList(),
                shared.properties().stream()
                        .map(CampaignResult.PropertyFigures::slack)
                        .toList());
    }
}
