package thymus.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thymus.fixtures.Repository;

/**
 * The committed artifacts are what the pinned compiler makes of the committed sources, byte for byte. To compile all of
 * them takes two minutes, so a build compiles every eighth folder, and {@code -Plong} compiles all. {@link
 * ArtifactSourcesTest} sees in every build that no source has changed since.
 *
 * <p>Without Node this cannot be seen; see {@link Packages}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("integration")
class ArtifactsAreCurrentTest {
    private final Path corpus = Repository.root().resolve("corpus");
    private Path compiled;

    @BeforeAll
    void compile(@TempDir Path target) throws IOException, InterruptedException {
        Packages.install(corpus, "node_modules/solc");
        compiled = target;
        List<String> command = new ArrayList<>(List.of("node", "compile.js"));
        command.addAll(sample());
        command.addAll(List.of("--to", target.toString()));
        Tool.Outcome outcome = Tool.run(corpus, command);
        assertEquals(0, outcome.code(), outcome.output());
    }

    /** Every folder that is compiled. */
    static List<String> folders() throws IOException {
        return Stream.of(
                        List.of("vault", "vault/broken", "bench", "transient", "attackers", "mazes"),
                        Kinds.FOLDERS,
                        Defences.folders())
                .flatMap(List::stream)
                .toList();
    }

    static List<String> sample() throws IOException {
        return Sample.every(8, folders());
    }

    @ParameterizedTest
    @MethodSource("sample")
    void recompilingGivesTheSameBytes(String folder) throws IOException {
        Path committed = corpus.resolve(folder).resolve("artifacts");
        Path fresh = compiled.resolve(folder).resolve("artifacts");
        List<String> names = names(fresh);
        assertTrue(!names.isEmpty(), "nothing was compiled in " + folder);
        assertEquals(names, names(committed), "run \"npm run compile\" in corpus");
        for (String name : names) {
            assertEquals(
                    -1,
                    Files.mismatch(fresh.resolve(name), committed.resolve(name)),
                    folder + "/artifacts/" + name + " is stale; run \"npm run compile\" in corpus");
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
