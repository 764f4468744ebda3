package thymus.corpus;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thymus.ci.check.CheckPlan;
import thymus.ci.check.ProofResult;
import thymus.ci.check.PropertyProver;
import thymus.ci.engine.CheckTarget;
import thymus.ci.engine.SystemEngines;
import thymus.spec.tree.Property;

/**
 * False claims that were proved once, and that the fuzzer breaks so soon that a check leaves the proof out: here the
 * prover stands alone.
 */
@Tag("integration")
class FalseClaimsAloneTest {
    private static final Duration BUDGET = Duration.ofSeconds(20);

    @TempDir
    private Path out;

    static List<Path> specifications() {
        return Stream.of("soundness/calls-in-loops", "soundness/self-calls", "soundness/unseen-flows")
                .flatMap(folder -> CorpusFiles.in(folder).stream())
                .filter(file -> Truth.read(file).properties().values().stream().anyMatch(claim -> !claim.truth()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("specifications")
    void noFalseClaimIsProvedByTheProverAlone(Path file) {
        Truth truth = Truth.read(file);
        CheckTarget subject = CheckTarget.read(file, Optional.empty());
        List<Property> wrong = subject.specification().properties().stream()
                .filter(property -> !truth.properties().get(property.name()).truth())
                .toList();
        assertTrue(!wrong.isEmpty(), "nothing in the file is false");
        CheckPlan plan = new CheckPlan(file.toString(), wrong, 1, BUDGET, 1, 1);
        try (PropertyProver prover = new SystemEngines(subject, plan, out).prover()) {
            long end = System.nanoTime() + BUDGET.toNanos();
            BooleanSupplier stopped = () -> System.nanoTime() > end;
            for (Property property : wrong) {
                prover.proveQuickly(property, stopped).ifPresent(result -> isNotClaimed(property, result));
                isNotClaimed(property, prover.prove(property, stopped));
            }
        }
    }

    private static void isNotClaimed(Property property, ProofResult result) {
        assertFalse(
                result instanceof ProofResult.Proved || result instanceof ProofResult.Vacuous,
                () -> property.name() + " is false, and the prover says " + result);
    }
}
