package thymus.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thymus.ci.expected.ExpectedFile;
import thymus.ci.expected.Incident;
import thymus.fixtures.Repository;

/**
 * Incidents of DeFi as small models: the attack is found by the fewest steps there are, and the defence bounds the
 * loss.
 */
@Tag("integration")
class HistoryTest {
    private static final Duration BUDGET = Duration.ofMinutes(5);
    private static final long TRANSACTIONS = 1_000_000;
    private static final int LEAST_INCIDENTS = 25;
    private static final String GUARDED = "Guarded";

    /** Attacks that neither side finds yet, for the reason that README.md gives. */
    private static final Set<String> NOT_FOUND = Set.of("BridgeKeys");
    /** What a build has time for. */
    private static final List<String> SAMPLE = List.of("TheDao", "ScaledDown");

    @TempDir
    private Path out;

    static List<Path> all() throws IOException {
        return CorpusFiles.in(Defences.HISTORY).stream()
                .filter(file -> !NOT_FOUND.contains(name(file)))
                .toList();
    }

    static List<Path> sample() throws IOException {
        return all().stream()
                .filter(file -> SAMPLE.contains(name(file).replace(GUARDED, "")))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("sample")
    void aSampleOfTheIncidentsIsJudgedAsExpected(Path file) throws IOException, InterruptedException {
        new ExpectedCheck(out, BUDGET, TRANSACTIONS).of(file);
    }

    @ParameterizedTest
    @MethodSource("all")
    @EnabledIfSystemProperty(named = "thymus.long", matches = "true")
    void everyIncidentIsJudgedAsExpected(Path file) throws IOException, InterruptedException {
        new ExpectedCheck(out, BUDGET, TRANSACTIONS).of(file);
    }

    @ParameterizedTest
    @MethodSource("all")
    @EnabledIfSystemProperty(named = "thymus.long", matches = "true")
    void fuzzingAloneFindsWhatIsSaidOfIt(Path file) throws IOException, InterruptedException {
        new ExpectedCheck(out, BUDGET, TRANSACTIONS).byFuzzingAlone(file);
    }

    @Test
    void eachIncidentHasADefenceAndARowInTheTable() throws IOException {
        Path folder = Repository.at("corpus").resolve(Defences.HISTORY);
        String readme = Files.readString(folder.resolve("README.md"));
        Set<String> sources;
        try (Stream<Path> files = Files.list(folder)) {
            sources = files.map(HistoryTest::name)
                    .filter(name -> name.endsWith(".sol") && !name.equals("Bucket.sol"))
                    .map(name -> name.replace(".sol", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        assertTrue(sources.size() >= LEAST_INCIDENTS, sources::toString);
        for (String name : sources) {
            Incident incident = incident(folder, name);
            Incident contained = incident(folder, name + GUARDED);
            assertEquals(incident.name(), contained.name());
            assertEquals(incident.year(), contained.year());
            String row = "| [" + incident.name() + "](" + name + ".sol) | " + incident.year() + " |";
            assertTrue(readme.contains(row), () -> "README.md has no row that begins with " + row);
        }
    }

    private static Incident incident(Path folder, String name) {
        return ExpectedFile.read(folder.resolve(name + ".inv")).incident().orElseThrow();
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.inv$", "");
    }
}
