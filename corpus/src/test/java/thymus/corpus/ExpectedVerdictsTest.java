package thymus.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A check of each file gives the verdicts that are known to be right, and counterexamples that nothing can shorten.
 * Anvil confirms each of them. It comes with the packages of real contracts. Where they cannot be installed, verdicts
 * are held all the same, and then the test counts as skipped, or as failed where {@code CI=true}.
 */
@Tag("integration")
class ExpectedVerdictsTest {
    private static final long TRANSACTIONS = 200_000;
    /** Enough to see that the subject of the figures is what they take it for. */
    private static final long TRANSACTIONS_OF_BENCH = 20_000;

    private static final long TRANSACTIONS_OF_CALLS = 60_000;

    private static final List<String> REAL = List.of(
            "ccip-1.6.4-configuration.inv",
            "ccip-1.6.4.inv",
            "ccip-2.0.0-configuration.inv",
            "ccip-2.0.0.inv",
            "oz-bucket.inv");

    @TempDir
    private Path out;

    static List<Path> vault() throws IOException {
        return CorpusFiles.in("vault");
    }

    static List<Path> broken() throws IOException {
        return CorpusFiles.in("vault/broken");
    }

    static List<Path> bench() throws IOException {
        return CorpusFiles.in("bench");
    }

    static List<Path> calls() throws IOException {
        return CorpusFiles.in("transient");
    }

    /** A few of the files that {@link ClaimsTableTest} holds: here the shortest counterexamples count too. */
    static List<Path> real() throws IOException {
        return CorpusFiles.in("real").stream()
                .filter(file -> REAL.contains(file.getFileName().toString()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("vault")
    void theVaultKeepsItsPromises(Path file) throws IOException, InterruptedException {
        assertExpected(file, Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void eachDefectIsFound(Path file) throws IOException, InterruptedException {
        assertExpected(file, Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @MethodSource("bench")
    void theSubjectOfTheFiguresIsSound(Path file) throws IOException, InterruptedException {
        new ExpectedCheck(out, Duration.ofMinutes(1), TRANSACTIONS_OF_BENCH).byFuzzingAlone(file);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void severalCallsInOneTransactionAreTried(Path file) throws IOException, InterruptedException {
        assertExpected(file, Duration.ofMinutes(1), TRANSACTIONS_OF_CALLS);
    }

    @ParameterizedTest
    @MethodSource("real")
    void productionLimitersAreWhatTheirClaimsSay(Path file) throws IOException, InterruptedException {
        Packages.installReal();
        assertExpected(file, Duration.ofMinutes(2));
    }

    private void assertExpected(Path file, Duration budget) throws IOException, InterruptedException {
        assertExpected(file, budget, TRANSACTIONS);
    }

    private void assertExpected(Path file, Duration budget, long transactions)
            throws IOException, InterruptedException {
        new ExpectedCheck(out, budget, transactions).of(file);
    }
}
