package thymus.fuzz.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thymus.fixtures.Repository;
import thymus.fuzz.CampaignListener;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.CampaignResult;

/** What only many equal calls break is found, and shrunk to so many as it takes. */
@Tag("integration")
class RepetitionTest {
    private static final Path DRIP = Repository.at("corpus/soundness/many-steps/Drip.inv");

    @Test
    void claimsThatManyCallsBreakAreBrokenByTheFewest() {
        CampaignResult result =
                new Campaign(Corpus.deploy(DRIP), CampaignOptions.of(1, 200_000), CampaignListener.SILENT).run();
        Map<String, Integer> found = new TreeMap<>();
        result.findings().forEach(f -> found.put(f.property().name(), f.steps().size()));
        found.remove("much"); // 12,000 in tens or less: some seeds find it
        assertEquals(Map.of("few", 102, "many", 1202, "pairs", 122), found);
    }
}
