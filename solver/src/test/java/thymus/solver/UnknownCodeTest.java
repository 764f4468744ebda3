package thymus.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thymus.fixtures.Repository;
import thymus.solver.proof.Prover;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;
import tools.jackson.databind.JsonNode;

/** Claims about ether and about calls of code that nobody knows, in twins: the true ones are proved, the false ones never. */
@Tag("integration")
class UnknownCodeTest {
    static List<Path> specifications() throws IOException {
        return Stream.concat(Repository.soundness("unknown-code").stream(), Repository.soundness("ether").stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("specifications")
    void whatIsProvedIsTrue(Path file) throws IOException {
        DeployedSystem system = Corpus.deploy(file);
        List<String> faults = new ArrayList<>();
        try (Prover prover = new Prover(system, new ProverOptions(6_000_000, 1, Optional.empty()))) {
            for (Property property : system.specification().properties()) {
                JsonNode expected = Corpus.expected(file, property.name());
                ProofOutcome outcome = prover.prove(property, () -> false);
                boolean mustBeProved = expected.path("proved").asBoolean(false);
                boolean claimed = outcome instanceof ProofOutcome.Proved || outcome instanceof ProofOutcome.Vacuous;
                if (expected.required("truth").asBoolean() ? mustBeProved && !claimed : claimed) {
                    faults.add(property.name() + ": " + outcome);
                }
                prover.proveAlone(property, () -> false)
                        .filter(alone -> alone instanceof ProofOutcome.Proved)
                        .filter(alone -> !expected.path("truth").asBoolean())
                        .ifPresent(alone -> faults.add(property.name() + " alone: " + alone));
            }
        }
        assertEquals("", String.join("\n", faults));
    }
}
