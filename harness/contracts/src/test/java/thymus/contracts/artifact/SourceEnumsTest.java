package thymus.contracts.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class SourceEnumsTest {
    private static final JsonNode IDLE_FIRST = tree("Vault", "Idle", "Live");
    private static final JsonNode LIVE_FIRST = tree("Vault", "Live", "Idle");

    @Test
    void theOwnFileDecidesBetweenContractsOfOneName() {
        Map<String, JsonNode> trees = Map.of("A.sol", IDLE_FIRST, "B.sol", LIVE_FIRST);
        assertEquals(List.of("Idle", "Live"), enums(trees, "A.sol").get("Vault.State"));
        assertEquals(List.of("Live", "Idle"), enums(trees, "B.sol").get("Vault.State"));
    }

    @Test
    void theOtherEnumStaysVisibleUnderTheNameOfItsFile() {
        Map<String, JsonNode> trees = Map.of("A.sol", IDLE_FIRST, "B.sol", LIVE_FIRST);
        assertEquals(List.of("Live", "Idle"), enums(trees, "A.sol").get("B.sol:Vault.State"));
    }

    @Test
    void aContractOfTheSameNameElsewhereIsNotTheContract() {
        Map<String, JsonNode> trees = Map.of("A.sol", tree("Base", "Idle", "Live"), "B.sol", LIVE_FIRST);
        Map<String, List<String>> found = enums(trees, "A.sol");
        assertEquals(List.of("Idle", "Live"), found.get("Base.State"));
        assertEquals(List.of("Live", "Idle"), found.get("B.sol:Vault.State"));
        assertEquals(2, found.size());
    }

    @Test
    void aFileIsKnownByTheEndOfItsPath() {
        Map<String, JsonNode> trees = Map.of("src/A.sol", IDLE_FIRST, "src/B.sol", LIVE_FIRST);
        assertEquals(List.of("Live", "Idle"), enums(trees, "B.sol").get("Vault.State"));
    }

    private static Map<String, List<String>> enums(Map<String, JsonNode> trees, String source) {
        List<String> files = trees.keySet().stream().sorted().toList();
        Map<Integer, String> numbered = Map.of(0, files.get(0), 1, files.get(1));
        return SourceEnums.of(new SourceFiles(numbered, name -> Optional.empty(), trees::get), source, "Vault")
                .orElseThrow();
    }

    private static JsonNode tree(String contract, String first, String second) {
        return new ObjectMapper().readTree("""
                {"nodes": [{"nodeType": "ContractDefinition", "name": "%s", "nodes": [
                  {"nodeType": "EnumDefinition", "name": "State", "canonicalName": "%s.State",
                   "members": [{"name": "%s"}, {"name": "%s"}]}]}]}""".formatted(contract, contract, first, second));
    }
}
