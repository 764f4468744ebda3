package thymus.fuzz.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thymus.fuzz.CampaignListener;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.CampaignResult;
import thymus.fuzz.PropertyError;

@Tag("integration")
class HostileContractTest {
    private static CampaignResult run(CampaignOptions options) throws URISyntaxException {
        Path specification = Path.of(HostileContractTest.class
                .getResource("/thymus/fuzz/hostile/Spinner.inv")
                .toURI());
        return new Campaign(Corpus.deploy(specification), options, CampaignListener.SILENT).run();
    }

    @Test
    void gasEndsALoopThatNothingElseEnds() throws URISyntaxException {
        CampaignResult result = run(CampaignOptions.of(1, 5));
        assertEquals(5, result.transactions());
        assertEquals(0, result.functions().getFirst().ok());
        assertTrue(result.functions().getFirst().reverted() > 0);
        assertEquals(List.of(), result.findings());
    }

    @Test
    void aViewThatRunsOutOfGasIsAnErrorOfTheProperty() throws URISyntaxException {
        List<PropertyError> errors = run(CampaignOptions.of(1, 1)).errors();
        assertEquals(
                List.of("level"), errors.stream().map(e -> e.property().name()).toList());
        assertEquals(List.of(), errors.getFirst().steps());
        assertTrue(
                errors.getFirst().reason().contains("spinner.level"),
                errors.getFirst().reason());
    }

    @Test
    void theDeadlineEndsACampaignWithinASequence() throws URISyntaxException {
        CampaignResult result = run(CampaignOptions.of(1, 1_000_000).within(Duration.ZERO));
        assertEquals(0, result.transactions());
    }
}
