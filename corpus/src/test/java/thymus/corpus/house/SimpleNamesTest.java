package thymus.corpus.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import thymus.fixtures.Repository;

/** A reader who looks for a type finds one, unless two readings of the same thing share the name on purpose. */
class SimpleNamesTest {
    private static final List<String> MODULES = List.of("spec", "harness", "solver", "fuzz", "ci");

    /** Names that readings of the same thing share, such as those of the EVM and the prover, or of two curves. */
    private static final Set<String> SIBLINGS = Set.of(
            "CalleeAnswers",
            "Calls",
            "Creations",
            "ForcedEther",
            "Fp",
            "Fp2",
            "Frame",
            "Keccak",
            "Memory",
            "MemoryOperations",
            "RecordedStep",
            "StateReader");

    @Test
    void onlySiblingReadingsShareASimpleName() throws IOException {
        Set<String> seen = new TreeSet<>();
        Set<String> shared = new TreeSet<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(Repository.root().resolve(module))) {
                files.filter(file -> file.toString().replace('\\', '/').contains("/src/main/java/"))
                        .map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
                        .map(name -> name.substring(0, name.length() - ".java".length()))
                        .filter(name -> !seen.add(name))
                        .forEach(shared::add);
            }
        }
        assertEquals(new TreeSet<>(SIBLINGS), shared);
    }
}
