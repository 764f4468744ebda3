package thymus.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import thymus.spec.tree.Property;

/**
 * No false claim is proved, and no true one falsified: small contracts for each kind of wrong verdict that was met
 * once, with twins a line apart.
 */
@Tag("integration")
class SoundnessTest {
    /** Not enough for all that a fuzzer could find, but enough for every false claim that must be falsified. */
    private static final long TRANSACTIONS = 4_000;

    private static final Duration BUDGET = Duration.ofSeconds(8);

    /** For what must be found and was not: the machine of a build may be slow or busy. */
    private static final Duration SECOND_BUDGET = Duration.ofMinutes(2);

    @TempDir
    private Path out;

    static List<Path> specifications() throws IOException {
        return Sample.every(3, Kinds.specifications());
    }

    /** A contradiction between the two sides is thrown by the check. */
    @ParameterizedTest
    @MethodSource("specifications")
    void verdictsAgreeWithTheTruth(Path file) throws IOException, InterruptedException {
        Truth truth = Truth.read(file);
        CheckTarget subject = CheckTarget.read(file, Optional.empty());
        List<Property> all = subject.specification().properties();
        CheckResult result = check(subject, file, all, BUDGET);
        assertEquals(
                new TreeSet<>(truth.properties().keySet()),
                result.judgements().stream()
                        .map(PropertyVerdict::property)
                        .collect(Collectors.toCollection(TreeSet::new)));
        Set<String> missed = truth.missed(result.judgements());
        List<String> faults = faults(truth, result, missed);
        if (!missed.isEmpty()) {
            List<Property> again = all.stream()
                    .filter(property -> missed.contains(property.name()))
                    .toList();
            faults.addAll(faults(truth, check(subject, file, again, SECOND_BUDGET), Set.of()));
        }
        assertEquals("", String.join("\n", faults));
    }

    /** What is wrong with a result; that a property which is tried once more was not found is left out. */
    private static List<String> faults(Truth truth, CheckResult result, Set<String> triedAgain) {
        List<String> faults =
                new ArrayList<>(result.faults().stream().map(Fault::sentence).toList());
        for (PropertyVerdict judgement : result.judgements()) {
            if (!triedAgain.contains(judgement.property())) {
                truth.properties().get(judgement.property()).fault(judgement).ifPresent(faults::add);
            }
            judgement.verdict().assumptions().stream()
                    .filter(printed -> truth.assumptions().stream().noneMatch(printed::contains))
                    .forEach(printed -> faults.add(judgement.property() + " is said to assume: " + printed));
        }
        return faults;
    }

    private CheckResult check(CheckTarget subject, Path file, List<Property> properties, Duration budget)
            throws InterruptedException {
        CheckPlan plan = new CheckPlan(file.toString(), properties, 1, budget, TRANSACTIONS, 1);
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
