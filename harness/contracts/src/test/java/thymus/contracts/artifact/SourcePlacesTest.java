package thymus.contracts.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import thymus.fixtures.Fixtures;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Places of instructions in the shapes that the common tools leave behind, and in none. */
class SourcePlacesTest {
    private static final String TEXT = "contract V {\n  /* ä */ f();\n}\n";
    /** PUSH2 with a byte of it that looks like JUMPDEST, JUMP, JUMPDEST, STOP. */
    private static final String CODE = "61005b565b00";
    /** The push is the contract's, the jump goes into a function, and what follows has no source. */
    private static final String MAP = "0:28:0:-:0;24:3:0:i;0:0:-1:-:0;";

    private Path folder;

    private Path folder() throws IOException {
        folder = Files.createTempDirectory("places");
        return folder;
    }

    @AfterTry
    void clear() throws IOException {
        if (folder != null) {
            try (var files = Files.walk(folder)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(f -> f.toFile().delete());
            }
        }
    }

    private static ObjectNode foundry(String map) {
        ObjectNode artifact = new JsonMapper().createObjectNode();
        artifact.putArray("abi");
        artifact.putObject("bytecode").put("object", "0x" + CODE);
        artifact.putObject("deployedBytecode").put("object", "0x" + CODE).put("sourceMap", map);
        return artifact;
    }

    private static Optional<String> at(Path file, int pc, Integer... returns) {
        Artifact artifact = ArtifactStore.at(file).artifact("V");
        return SourcePlaces.of(artifact).at(pc, List.of(returns)).map(SourcePlace::toString);
    }

    @Example
    void theArtifactsOwnFileNeedsNoTable() throws IOException {
        Path project = folder();
        Path file = Fixtures.write(project.resolve("out/V.sol/V.json"), foundry(MAP));
        Files.writeString(project.resolve("V.sol"), TEXT);
        assertEquals(Optional.of("V.sol:1:1"), at(file, 0));
        assertEquals(Optional.of("V.sol:2:11"), at(file, 3));
        assertEquals(Optional.empty(), at(file, 1), "inside of a push");
        assertEquals(Optional.empty(), at(file, 4), "code that no file has");
        assertEquals(Optional.of("V.sol:2:11"), at(file, 4, 2, 4), "told by the call that leads there");
    }

    @Example
    void withoutTheTextTheFileIsSaid() throws IOException {
        Path file = Fixtures.write(folder().resolve("out/V.sol/V.json"), foundry(MAP));
        assertEquals(Optional.of("V.sol"), at(file, 0));
    }

    @Example
    void aTextThatIsNotWhatWasCompiledHasNoLines() throws IOException {
        Path project = folder();
        ObjectNode json = foundry(MAP);
        json.put(
                "rawMetadata",
                "{\"settings\":{\"compilationTarget\":{\"src/V.sol\":\"V\"}},"
                        + "\"sources\":{\"src/V.sol\":{\"keccak256\":\"0x" + "0".repeat(64) + "\"}}}");
        Path file = Fixtures.write(project.resolve("out/V.sol/V.json"), json);
        Files.createDirectories(project.resolve("src"));
        Files.writeString(project.resolve("src/V.sol"), TEXT);
        assertEquals(Optional.of("src/V.sol"), at(file, 0));
    }

    @Example
    void foundrysTableSaysWhatTheOtherNumbersAre() throws IOException {
        Path project = folder();
        ObjectNode json = foundry("0:28:7:-:0;0:12:3:-:0;");
        json.put("id", 7);
        Path file = Fixtures.write(project.resolve("out/V.sol/V.json"), json);
        Fixtures.write(
                project.resolve("out/build-info/a.json"),
                "{\"source_id_to_path\":{\"7\":\"V.sol\",\"3\":\"lib/L.sol\"}}");
        Fixtures.write(project.resolve("out/build-info/b.json"), "{\"source_id_to_path\":{\"7\":\"W.sol\",\"x\":1}}");
        Fixtures.write(project.resolve("lib/L.sol"), TEXT);
        assertEquals(Optional.of("lib/L.sol:1:1"), at(file, 3));
    }

    @Example
    void aSourceOutsideOfTheProjectIsNotRead() throws IOException {
        Path project = folder();
        String contract = "{\"abi\":[],\"evm\":{\"bytecode\":{\"object\":\"00\"},\"deployedBytecode\":{\"object\":\""
                + CODE + "\",\"sourceMap\":\"0:1:0:-:0\"}}}";
        Path file = Fixtures.write(
                project.resolve("V.json"),
                "{\"contracts\":{\"V.sol\":{\"V\":" + contract + "}},\"sources\":{\"/etc/passwd\":{\"id\":0}}}");
        assertEquals(Optional.of("/etc/passwd"), at(file, 0));
    }

    @Property
    void noMapIsTooHostile(
            @ForAll @Chars({'0', '9', ':', ';', '-', 'i', 'x'}) String map,
            @ForAll @IntRange(min = -2, max = 9) int pc) {
        SourceMap read = new SourceMap(map, HexFormat.of().parseHex(CODE));
        read.at(pc);
        read.callBefore(pc);
    }

    @Property(tries = 50)
    void noArtifactIsTooHostile(@ForAll @Chars({'0', '9', ':', ';', '-', 'i'}) String map) throws IOException {
        Path project = folder();
        Path file = Fixtures.write(project.resolve("out/V.sol/V.json"), foundry(map));
        Files.writeString(project.resolve("V.sol"), TEXT);
        for (int pc = 0; pc < 7; pc++) {
            at(file, pc, 4, -1, 1 << 30);
        }
    }
}
