package thymus.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thymus.fixtures.Repository;

/** Each defence keeps its promises, and each variant with a defect breaks one, by the fewest steps there are. */
@Tag("integration")
class ImmuneTest {
    private static final Duration BUDGET = Duration.ofMinutes(5);
    /** A promise that holds is proved, or the fuzzer tries so often. */
    private static final long TRANSACTIONS = 20_000;

    private static final int LEAST_VARIANTS = 6;

    @TempDir
    private Path out;

    /** Every third one in a build, and all with {@code -Plong}. */
    static List<Path> references() throws IOException {
        return Sample.every(3, Defences.references());
    }

    static List<Path> longReferences() throws IOException {
        return Defences.longReferences();
    }

    static List<Path> broken() throws IOException {
        return Defences.broken();
    }

    @ParameterizedTest
    @MethodSource("references")
    void promisesAreKept(Path file) throws IOException, InterruptedException {
        new ExpectedCheck(out, BUDGET, TRANSACTIONS).of(file);
    }

    @ParameterizedTest
    @MethodSource("longReferences")
    @EnabledIfSystemProperty(named = "thymus.long", matches = "true")
    void promisesThatTakeLongAreKept(Path file) throws IOException, InterruptedException {
        new ExpectedCheck(out, BUDGET.multipliedBy(4), TRANSACTIONS).of(file);
    }

    /** Every second one in a build, and all with {@code -Plong}. */
    static List<Path> sample() throws IOException {
        return Sample.every(2, broken());
    }

    @ParameterizedTest
    @MethodSource("sample")
    void eachDefectIsFound(Path file) throws IOException, InterruptedException {
        new ExpectedCheck(out, BUDGET, TRANSACTIONS).of(file);
    }

    @ParameterizedTest
    @MethodSource("broken")
    @EnabledIfSystemProperty(named = "thymus.long", matches = "true")
    void fuzzingAloneFindsWhatIsSaidOfIt(Path file) throws IOException, InterruptedException {
        new ExpectedCheck(out, BUDGET, 10 * TRANSACTIONS).byFuzzingAlone(file);
    }

    @Test
    void eachDefenceIsDescribedAndHasVariants() throws IOException {
        for (String folder : Defences.folders()) {
            Path path = Repository.at("corpus").resolve(folder);
            if (!folder.endsWith("/broken") && !folder.equals(Defences.HISTORY)) {
                assertTrue(Files.isRegularFile(path.resolve("README.md")), folder + " has no README.md");
                int variants = CorpusFiles.in(folder + "/broken").size();
                assertTrue(variants >= LEAST_VARIANTS, folder + " has only " + variants + " variants");
            }
        }
    }
}
