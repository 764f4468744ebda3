package thymus.solver.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thymus.contracts.artifact.ArtifactStore;
import thymus.fixtures.Repository;
import thymus.solver.ProofOutcome;
import thymus.solver.ProverOptions;
import thymus.solver.registry.Solvers;
import thymus.solver.smt.ScriptSolver;
import thymus.spec.Specification;
import thymus.spec.check.SpecificationReader;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;

/** The reference vault is proved, its broken variants are not, and cvc5 agrees with each query of a proof. */
@Tag("integration")
class VaultProofsTest {
    private static final Path CORPUS = Repository.at("corpus/vault");

    private static DeployedSystem deploy(Path file) {
        ArtifactStore store = ArtifactStore.beside(file);
        Specification specification = SpecificationReader.read(file, store);
        return DeployedSystem.deploy(specification, store);
    }

    @Test
    void everyPropertyOfTheVaultIsProvedAndAnotherSolverAgrees(@TempDir Path folder) throws Exception {
        DeployedSystem system = deploy(CORPUS.resolve("Vault.inv"));
        try (Prover prover = new Prover(system, ProverOptions.standard().writingTo(folder))) {
            for (Property property : system.specification().properties()) {
                ProofOutcome outcome = prover.prove(property, () -> false);
                ProofOutcome.Proved proved = assertInstanceOf(ProofOutcome.Proved.class, outcome, property.name());
                assertEquals(List.of("guardian is trusted not to call vault.migrate"), proved.assumptions());
                for (Path file : proved.smtFiles()) {
                    assertEquals(
                            ScriptSolver.Answer.UNSATISFIABLE,
                            Solvers.secondOpinion(Solvers.SCRIPT_EFFORT).answer(file),
                            file.toString());
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NoCap, level, 1",
        "DroppedEpoch, breaker, 2",
        "ForgottenExit, quarantined, 2",
        "AnyoneRearms, rearm, 3",
        "OpenMigrate, nothingLeaves, 3"
    })
    void aBrokenVaultGivesAShortestCandidate(String variant, String name, int steps) {
        DeployedSystem system = deploy(CORPUS.resolve("broken").resolve(variant + ".inv"));
        Property property = system.specification().properties().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
        try (Prover prover = new Prover(system, new ProverOptions(6_000_000, 3, Optional.empty()))) {
            ProofOutcome outcome = prover.prove(property, () -> false);
            assertEquals(
                    steps,
                    assertInstanceOf(ProofOutcome.Candidate.class, outcome)
                            .steps()
                            .size());
        }
    }
}
