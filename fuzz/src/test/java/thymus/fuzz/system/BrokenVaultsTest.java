package thymus.fuzz.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thymus.fixtures.Repository;
import thymus.fuzz.CampaignListener;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.CampaignResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Every variant of the vault in corpus/vault/broken is broken as its expected verdicts say, by as few steps. */
@Tag("integration")
class BrokenVaultsTest {
    private static final long BUDGET = 60_000;

    static List<Path> specifications() {
        return Repository.broken();
    }

    private static Map<String, Integer> expected(Path specification) throws IOException {
        String name = specification.getFileName().toString().replace(".inv", ".expected.json");
        JsonNode properties = new ObjectMapper()
                .readTree(Files.readString(specification.resolveSibling(name)))
                .get("properties");
        Map<String, Integer> steps = new TreeMap<>();
        properties.properties().stream()
                .filter(p -> p.getValue().get("verdict").asString().equals("falsified"))
                .forEach(p -> steps.put(p.getKey(), p.getValue().get("steps").asInt()));
        return steps;
    }

    @ParameterizedTest
    @MethodSource("specifications")
    void isBrokenByTheFewestSteps(Path specification) throws IOException {
        CampaignResult result = new Campaign(
                        Corpus.deploy(specification), CampaignOptions.of(1, BUDGET), CampaignListener.SILENT)
                .run();
        Map<String, Integer> found = new TreeMap<>();
        result.findings().forEach(f -> found.put(f.property().name(), f.steps().size()));
        assertEquals(expected(specification), found, () -> result.findings().toString());
        assertEquals(List.of(), result.errors());
    }
}
