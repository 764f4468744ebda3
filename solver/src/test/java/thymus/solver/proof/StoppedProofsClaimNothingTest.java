package thymus.solver.proof;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thymus.contracts.artifact.ArtifactStore;
import thymus.fixtures.Repository;
import thymus.solver.ProofOutcome;
import thymus.solver.ProverOptions;
import thymus.spec.Specification;
import thymus.spec.check.SpecificationReader;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;

/**
 * A proof that is stopped, wherever that is, says nothing false: each question whether to stop is answered with yes
 * once.
 */
@Tag("integration")
class StoppedProofsClaimNothingTest {
    private static final int MOST_QUESTIONS = 400;

    @Test
    void noMomentToStopMakesAFalseClaim() {
        Path file = Repository.at("solver/src/test/resources/soundness").resolve("stopped-search/case.inv");
        ArtifactStore store = ArtifactStore.beside(file);
        Specification specification = SpecificationReader.read(file, store);
        DeployedSystem system = DeployedSystem.deploy(specification, store);
        for (Property property : specification.properties()) {
            boolean finished = false;
            try (Prover prover = new Prover(system, new ProverOptions(6_000_000, 4, Optional.empty()))) {
                for (int moment = 0; moment < MOST_QUESTIONS && !finished; moment++) {
                    AtomicInteger asked = new AtomicInteger();
                    int stop = moment;
                    ProofOutcome outcome = prover.prove(property, () -> asked.getAndIncrement() >= stop);
                    finished = asked.get() <= stop;
                    assertFalse(
                            outcome instanceof ProofOutcome.Proved
                                    || outcome instanceof ProofOutcome.Vacuous
                                    || (outcome instanceof ProofOutcome.ProvedToDepth depth && depth.depth() > 1),
                            () -> property.name() + " is false, but stopped at question " + stop + " the prover says "
                                    + outcome);
                }
            }
            assertTrue(finished, () -> property.name() + " asks more often than " + MOST_QUESTIONS + " times");
        }
    }
}
