package thymus.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thymus.spec.check.SpecificationReader;

/** Each wrong file has exactly the message that stands beside it, word for word. */
class GoldenMessagesTest {
    static Path folder() throws URISyntaxException {
        return Path.of(GoldenMessagesTest.class.getResource("/golden").toURI());
    }

    static Stream<String> wrongFiles() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder())) {
            List<String> names = files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(".inv"))
                    .sorted()
                    .toList();
            return names.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("wrongFiles")
    void sayWhatIsWrong(String name) throws Exception {
        String text = Files.readString(folder().resolve(name));
        SpecException error = assertThrows(
                SpecException.class, () -> SpecificationReader.read(text, name, new TestContracts()));
        Path expected = folder().resolve(name.replace(".inv", ".txt"));
        assertEquals(Files.readString(expected), error.getMessage() + "\n");
    }

    @Test
    void everyMessageHasItsFile() throws Exception {
        try (Stream<Path> files = Files.list(folder())) {
            assertTrue(files.map(Path::toString)
                    .filter(f -> f.endsWith(".txt"))
                    .allMatch(f -> Files.exists(Path.of(f.replace(".txt", ".inv")))));
        }
    }
}
