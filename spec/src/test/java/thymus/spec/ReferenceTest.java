package thymus.spec;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thymus.spec.check.SpecificationReader;

/** The examples of REFERENCE.md are read, and what it says is refused is refused. */
class ReferenceTest {
    private static final Pattern BLOCK = Pattern.compile("```inv( alone| importing)?\n(.*?)```", Pattern.DOTALL);

    static String page() throws IOException {
        return Files.readString(Path.of(System.getProperty("thymus.root"), "spec", "REFERENCE.md"));
    }

    static Stream<String> examples() throws IOException {
        List<MatchResult> blocks = BLOCK.matcher(page()).results().toList();
        String system = blocks.getFirst().group(2);
        return blocks.stream()
                .skip(1)
                .filter(b -> !" importing".equals(b.group(1)))
                .map(b -> b.group(1) == null ? system + b.group(2) : b.group(2));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examplesAreRead(String example) {
        assertDoesNotThrow(() -> SpecificationReader.read(example, "REFERENCE.md", new TestContracts()));
    }

    /** What they import is the system of the page, and a constant. */
    @Test
    void examplesThatImportAreRead(@TempDir Path folder) throws IOException {
        String system =
                BLOCK.matcher(page()).results().findFirst().orElseThrow().group(2);
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib/common.inv"), system + "define CAP = 10_000e18;");
        for (MatchResult block : BLOCK.matcher(page()).results().toList()) {
            if (" importing".equals(block.group(1))) {
                Path file = Files.writeString(folder.resolve("Example.inv"), block.group(2));
                assertDoesNotThrow(() -> SpecificationReader.read(file, new TestContracts()));
            }
        }
    }

    @Test
    void thePageBeginsWithTheSystemOfTheTests() throws IOException {
        assertEquals(
                Examples.SYSTEM,
                BLOCK.matcher(page()).results().findFirst().orElseThrow().group(2));
    }

    @Test
    void whatIsRefusedByNameIsListed() throws IOException {
        String list = page().substring(page().indexOf("## Not yet"));
        Pattern word = Pattern.compile("'([a-z_@ ]+)' is not supported yet");
        for (GoldenCase refused : GoldenCase.all()) {
            if (!refused.name().startsWith("unsupported-")) {
                continue;
            }
            String message = refused.message();
            word.matcher(message)
                    .results()
                    .map(r -> r.group(1))
                    .filter(w -> !w.equals("from"))
                    .forEach(w -> assertTrue(list.contains("`" + w + "`") || list.contains(" " + w + "`"), w));
        }
    }
}
