package thymus.solver.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thymus.contracts.artifact.ArtifactStore;
import thymus.fixtures.Repository;
import thymus.solver.ProofOutcome;
import thymus.solver.ProverOptions;
import thymus.spec.Specification;
import thymus.spec.check.SpecificationReader;
import thymus.system.execution.DeployedSystem;

@Tag("integration")
class UnreadFunctionsTest {
    private static ProofOutcome outcome(String name) {
        Path file = Repository.at("solver/src/test/resources/unread").resolve(name + ".inv");
        ArtifactStore store = ArtifactStore.beside(file);
        Specification specification = SpecificationReader.read(file, store);
        DeployedSystem system = DeployedSystem.deploy(specification, store);
        try (Prover prover = new Prover(system, ProverOptions.standard())) {
            return prover.prove(specification.properties().getFirst(), () -> false);
        }
    }

    @Test
    void aViewThatCannotBeReadKeepsNoPropertyFromItsProof() {
        ProofOutcome.Proved proved = assertInstanceOf(ProofOutcome.Proved.class, outcome("Plain"));
        assertEquals(1, proved.assumptions().size());
        String assumption = proved.assumptions().getFirst();
        assertTrue(assumption.startsWith("plain.levels(uint256) is declared a view and changes nothing"), assumption);
    }

    @Test
    void whatHoldsButForAFunctionIsNotProved() {
        ProofOutcome.Unknown unknown = assertInstanceOf(ProofOutcome.Unknown.class, outcome("Wallet"));
        assertTrue(unknown.reason().startsWith("proved but for wallet.note(bytes): "), unknown.reason());
    }

    @Test
    void aPropertyThatCannotBeReadInSomeStateIsNoLemmaAndKeepsNoOtherFromItsProof() {
        ProofOutcome.Proved proved = assertInstanceOf(ProofOutcome.Proved.class, outcome("Beside"));
        assertEquals(List.of("beside.level() <= 100"), proved.lemmas());
    }
}
