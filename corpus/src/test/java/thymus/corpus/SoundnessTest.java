package thymus.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thymus.ci.check.Check;
import thymus.ci.check.CheckListener;
import thymus.ci.check.CheckPlan;
import thymus.ci.engine.CheckTarget;
import thymus.ci.engine.SystemEngines;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.Fault;
import thymus.ci.verdict.PropertyVerdict;

/**
 * No false claim is proved, and no true one falsified: small contracts for each kind of wrong verdict that was met
 * once, with twins a line apart.
 */
@Tag("integration")
class SoundnessTest {
    /** Not enough for all that a fuzzer could find, but enough for every false claim that must be falsified. */
    private static final long TRANSACTIONS = 4_000;

    private static final Duration BUDGET = Duration.ofSeconds(8);

    @TempDir
    private Path out;

    static List<Path> specifications() throws IOException {
        return Sample.of(Kinds.specifications());
    }

    /** A contradiction between the two sides is thrown by the check. */
    @ParameterizedTest
    @MethodSource("specifications")
    void verdictsAgreeWithTheTruth(Path file) throws IOException, InterruptedException {
        Truth truth = Truth.read(file);
        CheckResult result = check(file);
        assertEquals(
                new TreeSet<>(truth.properties().keySet()),
                result.judgements().stream()
                        .map(PropertyVerdict::property)
                        .collect(Collectors.toCollection(TreeSet::new)));
        List<String> faults =
                new ArrayList<>(result.faults().stream().map(Fault::sentence).toList());
        for (PropertyVerdict judgement : result.judgements()) {
            truth.properties().get(judgement.property()).fault(judgement).ifPresent(faults::add);
            judgement.verdict().assumptions().stream()
                    .filter(printed -> truth.assumptions().stream().noneMatch(printed::contains))
                    .forEach(printed -> faults.add(judgement.property() + " is said to assume: " + printed));
        }
        assertEquals("", String.join("\n", faults));
    }

    private CheckResult check(Path file) throws InterruptedException {
        CheckTarget subject = CheckTarget.read(file, Optional.empty());
        CheckPlan plan =
                new CheckPlan(file.toString(), subject.specification().properties(), 1, BUDGET, TRANSACTIONS, 1);
        return new Check(
                        plan,
                        new SystemEngines(subject, plan, out),
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
