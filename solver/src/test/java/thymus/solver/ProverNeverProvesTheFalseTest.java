package thymus.solver;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thymus.fixtures.Repository;
import thymus.solver.proof.Prover;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;
import tools.jackson.databind.JsonNode;

/** What is known to be false is never proved, not to the depth at which it breaks either, nor called vacuous. */
@Tag("integration")
class ProverNeverProvesTheFalseTest {
    /** VaultProofsTest finds the shortest candidates of these. */
    private static final Set<String> HELD_ELSEWHERE =
            Set.of("NoCap.inv", "DroppedEpoch.inv", "ForgottenExit.inv", "AnyoneRearms.inv", "OpenMigrate.inv");

    static List<Path> broken() throws IOException {
        return Repository.broken().stream()
                .filter(f -> !HELD_ELSEWHERE.contains(f.getFileName().toString()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aFalseClaimIsNotProved(Path file) throws IOException {
        DeployedSystem system = Corpus.deploy(file);
        int judged = 0;
        try (Prover prover = new Prover(system, new ProverOptions(2_000_000, 1, Optional.empty()))) {
            for (Property property : system.specification().properties()) {
                JsonNode expected = Corpus.expected(file, property.name());
                if (!expected.path("verdict").asString("").equals("falsified")) {
                    continue;
                }
                judged++;
                int steps = expected.path("steps").asInt();
                assertFalse(
                        prover.proveAlone(property, () -> false)
                                .filter(o -> claims(o, steps))
                                .isPresent(),
                        () -> property.name() + " is false and was proved alone");
                ProofOutcome outcome = prover.prove(property, () -> false);
                assertFalse(
                        claims(outcome, steps),
                        () -> property.name() + " is false after " + steps + " steps, and the prover says " + outcome);
            }
        }
        assertTrue(judged > 0, "nothing in the file is known to be false");
    }

    private static boolean claims(ProofOutcome outcome, int steps) {
        return outcome instanceof ProofOutcome.Proved
                || outcome instanceof ProofOutcome.Vacuous
                || (outcome instanceof ProofOutcome.ProvedToDepth p && p.depth() >= steps);
    }
}
