package thymus.ci.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import thymus.ci.verdict.PropertyVerdict;

@Tag("integration")
class ThymusAnnotationTest {
    private static EngineExecutionResults run(String engine, DiscoverySelector selector) {
        return EngineTestKit.engine(engine).selectors(selector).execute();
    }

    private static EngineExecutionResults run(Class<?> type) {
        return run("thymus", selectClass(type));
    }

    private static List<String> names(EngineExecutionResults results) {
        return results.testEvents().started().stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    private static String failure(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow()
                .getMessage();
    }

    private static void assertShowsTheCounterexample(String message) {
        assertTrue(message.startsWith("solvent is falsified: "), message);
        assertTrue(message.contains("\n  1. at once  "), message);
        assertTrue(message.contains("vault.give(to: "), message);
        Path replay = Path.of(VaultClaims.OUT, "DoubleCredit", "solvent.json");
        assertTrue(message.contains(" replay " + replay), message);
        assertTrue(Files.exists(replay), message);
    }

    @Test
    void eachPropertyThatIsProvedIsATestThatPasses() {
        EngineExecutionResults results = run(VaultClaims.Proved.class);
        assertEquals(List.of("locked", "level"), names(results));
        results.testEvents().assertStatistics(s -> s.succeeded(2).failed(0));
        String said = results.testEvents().reportingEntryPublished().list().toString();
        assertTrue(said.contains("proved: "), said);
    }

    @Test
    void whatWasOnlyTestedPassesAndDoesNotMeetADemand() {
        run(VaultClaims.Tested.class).testEvents().assertStatistics(s -> s.succeeded(1));
        EngineExecutionResults results = run(VaultClaims.NotDecided.class);
        String message = failure(results.testEvents().failed().list().getFirst());
        assertTrue(message.startsWith("supply is tested: "), message);
    }

    @Test
    void aFalseOneFailsWithTheCounterexampleAndItsReplayFile() {
        EngineExecutionResults results = run(VaultClaims.Broken.class);
        results.testEvents().assertStatistics(s -> s.failed(1));
        assertShowsTheCounterexample(
                failure(results.testEvents().failed().list().getFirst()));
    }

    @Test
    void aMethodIsCalledForWhatPasses() throws Exception {
        VaultClaims.Methods.called = 0;
        EngineExecutionResults holds =
                run("junit-jupiter", selectMethod(VaultClaims.Methods.class, "holds", PropertyVerdict.class));
        assertEquals(List.of("supply"), names(holds));
        holds.testEvents().assertStatistics(s -> s.succeeded(1));
        EngineExecutionResults broken = run("junit-jupiter", selectMethod(VaultClaims.Methods.class, "isBroken"));
        assertShowsTheCounterexample(failure(broken.testEvents().failed().list().getFirst()));
        assertEquals(1, VaultClaims.Methods.called);
    }

    @Test
    void onePropertyIsRunAgainByItsId() {
        UniqueId id = UniqueId.forEngine("thymus")
                .append("class", VaultClaims.Proved.class.getName())
                .append("property", "locked");
        EngineExecutionResults results = run("thymus", selectUniqueId(id));
        assertEquals(List.of("locked"), names(results));
    }

    @Test
    void aSwitchedOffClassIsSkippedWithItsReason() {
        EngineExecutionResults results = run(VaultClaims.Switched.class);
        assertEquals(
                "not today",
                results.containerEvents().skipped().list().getFirst().getRequiredPayload(String.class));
    }

    @Test
    void whatIsNotThereIsNamed() {
        String missing = failure(
                run(VaultClaims.Missing.class).containerEvents().failed().list().getFirst());
        assertTrue(missing.contains("there is neither a file ") && missing.contains("Nowhere.inv"), missing);
        String misspelt = failure(run(VaultClaims.Misspelt.class)
                .containerEvents()
                .failed()
                .list()
                .getFirst());
        assertTrue(misspelt.contains("Vault.inv has no property locket; it has [solvent, "), misspelt);
    }
}
