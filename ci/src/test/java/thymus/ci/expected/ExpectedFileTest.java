package thymus.ci.expected;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.ci.CiException;

/** The three forms in which the corpus says what is expected. */
class ExpectedFileTest {
    @TempDir
    private Path folder;

    private ExpectedFile read(String text) throws Exception {
        Path file = folder.resolve("a.inv");
        Files.writeString(folder.resolve("a.expected.json"), text);
        assertTrue(ExpectedFile.exists(file));
        return ExpectedFile.read(file);
    }

    private static Map<String, String> texts(ExpectedFile file) {
        return file.properties().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().text()));
    }

    @Test
    void verdicts() throws Exception {
        ExpectedFile file = read("""
                {"incident": {"name": "The DAO", "year": 2016, "loss": "all"},
                 "properties": {"a": {"verdict": "falsified", "steps": 2, "fuzzer": "tested"},
                                "b": {"verdict": "proved"}}}
                """);
        assertEquals(Map.of("a", "falsified in 2", "b", "proved"), texts(file));
        assertEquals(Optional.of("tested"), file.properties().get("a").alone());
        assertEquals(Optional.of(new Incident("The DAO", 2016, "all")), file.incident());
    }

    @Test
    void truths() throws Exception {
        ExpectedFile file = read("""
                {"properties": {"a": {"truth": true, "proved": true}, "b": {"truth": false, "falsified": false}}}
                """);
        assertEquals(Map.of("a", "proved", "b", "falsified, if anything"), texts(file));
    }

    @Test
    void attacks() throws Exception {
        ExpectedFile file = read("{\"a\": {\"steps\": 2, \"calls\": 2, \"more\": 1}, \"b\": null}");
        assertEquals(Map.of("a", "falsified in 2", "b", "proved, if anything"), texts(file));
        ExpectedVerdict attack = file.properties().get("a");
        assertEquals(new ExpectedVerdict("falsified", OptionalInt.of(2), 1, true, Optional.empty()), attack);
    }

    @Test
    void anotherFormIsRefusedWithThePlace() {
        var refused = assertThrows(CiException.WrongInput.class, () -> read("{\"properties\": {\"a\": {}}}"));
        assertTrue(refused.getMessage().contains("a.expected.json: does not say what is expected"), refused::toString);
        assertTrue(refused.getMessage().contains("write {\"properties\""), refused::toString);
    }

    @Test
    void noJsonIsRefusedWithThePlace() {
        var refused = assertThrows(CiException.WrongInput.class, () -> read("proved"));
        assertTrue(refused.getMessage().contains("a.expected.json: does not say what is expected"), refused::toString);
    }
}
