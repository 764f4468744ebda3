package thymus.solver.proof;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thymus.contracts.artifact.ArtifactStore;
import thymus.fixtures.Repository;
import thymus.solver.ProofOutcome;
import thymus.solver.ProverOptions;
import thymus.spec.Specification;
import thymus.spec.check.SpecificationReader;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;

/**
 * Small contracts, each with claims that a concrete trace breaks (or that cannot be evaluated on one), and each once
 * proved by mistake or likely to be: aliased slots, facts of one path used on another, wrong ranges, forgotten
 * transactions.
 */
@Tag("integration")
class FalseClaimsAreNeverProvedTest {
    private static final Path CASES = Repository.at("solver/src/test/resources/soundness");

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    static List<Path> files() throws IOException {
        return cases().stream()
                .map(name -> CASES.resolve(name).resolve("case.inv"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noClaimOfTheCaseIsProved(String name) {
        Path file = CASES.resolve(name).resolve("case.inv");
        ArtifactStore store = ArtifactStore.beside(file);
        Specification specification = SpecificationReader.read(file, store);
        DeployedSystem system = DeployedSystem.deploy(specification, store);
        try (Prover prover = new Prover(system, new ProverOptions(6_000_000, 2, Optional.empty()))) {
            for (Property property : specification.properties()) {
                prover.proveAlone(property, () -> false).ifPresent(outcome -> isNotClaimed(property, outcome));
                isNotClaimed(property, prover.prove(property, () -> false));
            }
        }
    }

    private static void isNotClaimed(Property property, ProofOutcome outcome) {
        assertFalse(
                outcome instanceof ProofOutcome.Proved
                        || outcome instanceof ProofOutcome.Vacuous
                        || (outcome instanceof ProofOutcome.ProvedToDepth depth && depth.depth() > 1),
                () -> property.name() + " is false, but the prover says " + outcome);
    }
}
