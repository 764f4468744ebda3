package thymus.contracts.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.fixtures.Fixtures;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A comment mentions the function before its declaration. The letter ä has two bytes, and is one column. */
class SourceDefinitionsTest {
    private static final String TEXT = """
            /* ä */ contract V {
              // the function f is below
              uint256 public total;
              /* ä */ function f() public {}
            }
            """;

    @TempDir
    private Path project;

    private final ObjectNode json = new JsonMapper().createObjectNode();

    @BeforeEach
    void write() throws IOException {
        json.putArray("abi");
        Files.writeString(project.resolve("V.sol"), TEXT);
    }

    private SourceDefinitions read() throws IOException {
        Path file = Fixtures.write(project.resolve("out/V.sol/V.json"), json);
        return SourceDefinitions.of(ArtifactStore.at(file).interfaceOf("V"));
    }

    private Optional<SourceDefinitions.Definition> at(int line, int column) {
        return Optional.of(new SourceDefinitions.Definition(
                project.resolve("V.sol").toAbsolutePath().normalize(), line, column));
    }

    private static ObjectNode named(ObjectNode node, String type, String name, String before) {
        int start = TEXT.substring(0, TEXT.indexOf(before) + before.length()).getBytes(StandardCharsets.UTF_8).length;
        return node.put("nodeType", type).put("name", name).put("nameLocation", start + ":" + name.length() + ":0");
    }

    @Test
    void withoutASyntaxTreeTheTextIsSearched() throws IOException {
        SourceDefinitions definitions = read();
        assertEquals(at(1, 18), definitions.contract());
        assertEquals(at(3, 18), definitions.member("total"));
        assertEquals(at(2, 19), definitions.member("f"), "the comment comes first");
        assertEquals(Optional.empty(), definitions.member("g"));
    }

    @Test
    void theSyntaxTreeTellsADeclarationFromAComment() throws IOException {
        ObjectNode contract =
                named(json.putObject("ast").putArray("nodes").addObject(), "ContractDefinition", "V", "contract ");
        named(contract.putArray("nodes").addObject(), "FunctionDefinition", "f", "*/ function ");
        SourceDefinitions definitions = read();
        assertEquals(at(1, 18), definitions.contract());
        assertEquals(at(4, 20), definitions.member("f"));
        assertEquals(at(3, 18), definitions.member("total"), "what the tree lacks is searched in the text");
    }

    @Test
    void aSourceThatIsMissingHasNoDefinitions() throws IOException {
        Files.delete(project.resolve("V.sol"));
        assertEquals(Optional.empty(), read().contract());
    }
}
