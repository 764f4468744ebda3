package thymus.corpus;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thymus.ci.check.Check;
import thymus.ci.check.CheckListener;
import thymus.ci.check.CheckPlan;
import thymus.ci.check.IndependentEvm;
import thymus.ci.engine.AnvilEvm;
import thymus.ci.engine.CheckTarget;
import thymus.ci.engine.SystemEngines;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.PropertyVerdict;
import thymus.ci.verdict.Verdict;
import thymus.system.crosscheck.InstalledAnvil;

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

    @TempDir
    private Path out;

    static List<Path> vault() throws IOException {
        return Expected.specifications("vault");
    }

    static List<Path> broken() throws IOException {
        return Expected.specifications("vault/broken");
    }

    static List<Path> bench() throws IOException {
        return Expected.specifications("bench");
    }

    static List<Path> calls() throws IOException {
        return Expected.specifications("transient");
    }

    static List<Path> real() throws IOException {
        return Expected.specifications("real");
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
        assertExpected(file, Duration.ofMinutes(1), TRANSACTIONS_OF_BENCH);
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
        Optional<String> missing = Packages.missingReal();
        Expected expected = Expected.read(file);
        CheckResult result = check(file, budget, transactions);
        Map<String, PropertyVerdict> judgements =
                result.judgements().stream().collect(Collectors.toMap(PropertyVerdict::property, j -> j));
        assertEquals(new TreeSet<>(expected.properties().keySet()), new TreeSet<>(judgements.keySet()));
        assertAll(expected.properties().entrySet().stream()
                .map(e -> () -> assertVerdict(e.getValue(), judgements.get(e.getKey()), missing.isEmpty())));
        assertAssumptions(expected.assumptions(), judgements);
        missing.ifPresent(Assumptions::abort);
    }

    private static void assertVerdict(Expected.Verdict expected, PropertyVerdict judgement, boolean confirmed) {
        assertEquals(expected.name(), judgement.verdict().word(), judgement::toString);
        OptionalInt steps = judgement.verdict() instanceof Verdict.Falsified falsified
                ? OptionalInt.of(falsified.counterexample().steps().size())
                : OptionalInt.empty();
        assertEquals(expected.steps(), steps, judgement::toString);
        if (judgement.verdict() instanceof Verdict.Falsified falsified && confirmed) {
            assertEquals(1, falsified.counterexample().confirmedOn().size(), judgement::toString);
        }
    }

    private static void assertAssumptions(List<String> expected, Map<String, PropertyVerdict> judgements) {
        Map<String, Set<String>> printed = new TreeMap<>();
        judgements.forEach((name, j) -> j.verdict()
                .assumptions()
                .forEach(a -> printed.computeIfAbsent(a, k -> new TreeSet<>()).add(name)));
        for (String part : expected) {
            assertTrue(
                    printed.keySet().stream().anyMatch(a -> a.contains(part)),
                    () -> "no assumption mentions \"" + part + "\": " + printed);
        }
        printed.forEach((assumption, names) -> assertTrue(
                expected.stream().anyMatch(assumption::contains),
                () -> "an assumption that nobody expects: \"" + assumption + "\" of " + names));
    }

    private CheckResult check(Path file, Duration budget, long transactions) throws InterruptedException {
        CheckTarget subject = CheckTarget.read(file, Optional.empty());
        CheckPlan plan = new CheckPlan(
                file.toString(),
                subject.specification().properties(),
                1,
                budget,
                transactions,
                CheckPlan.proversOnThisMachine());
        Optional<IndependentEvm> anvil = InstalledAnvil.find().map(program -> new AnvilEvm(program, subject.fork()));
        return new Check(
                        plan,
                        new SystemEngines(subject, plan, out),
                        anvil,
                        new Silence(),
                        (where, fault) -> where + ": " + fault)
                .run();
    }

    private record Silence() implements CheckListener {
        @Override
        public void decided(PropertyVerdict judgement) {}

        @Override
        public void progress(Progress progress) {}
    }
}
