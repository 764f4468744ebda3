package thymus.solver.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import thymus.spec.monitor.Judgement;
import thymus.spec.monitor.Monitor;
import thymus.spec.monitor.Monitors;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Step;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Each true claim about the past is proved, and each false one broken by the sequence that the prover finds. */
@Tag("integration")
class PastProofsTest {
    static Stream<Path> specifications() {
        return Repository.specifications(Repository.at("corpus/soundness/past")).stream();
    }

    @ParameterizedTest
    @MethodSource("specifications")
    void trueClaimsAreProvedAndFalseOnesBroken(Path file) throws IOException {
        JsonNode expected = new ObjectMapper()
                .readTree(Files.readString(
                        file.resolveSibling(file.getFileName().toString().replace(".inv", ".expected.json"))))
                .required("properties");
        ArtifactStore store = ArtifactStore.beside(file);
        Specification specification = SpecificationReader.read(file, store);
        List<String> faults = new ArrayList<>();
        try (Prover prover = new Prover(DeployedSystem.deploy(specification, store), ProverOptions.standard())) {
            for (Property property : specification.properties()) {
                JsonNode claim = expected.required(property.name());
                ProofOutcome outcome = prover.prove(property, () -> false);
                boolean right = switch (outcome) {
                    case ProofOutcome.Proved p -> claim.required("truth").asBoolean();
                    case ProofOutcome.Candidate c ->
                        !claim.required("truth").asBoolean() && breaks(property, specification, store, c);
                    case ProofOutcome.ProvedToDepth _, ProofOutcome.Unknown _, ProofOutcome.Vacuous _ ->
                        claim.required("truth").asBoolean()
                                && !claim.required("proved").asBoolean();
                };
                if (!right) {
                    faults.add(property.name() + ": " + outcome);
                }
            }
        }
        assertEquals("", String.join("\n", faults));
    }

    private static boolean breaks(
            Property property, Specification specification, ArtifactStore store, ProofOutcome.Candidate candidate) {
        DeployedSystem system = DeployedSystem.deploy(specification, store);
        Monitor monitor = Monitors.of(property);
        Judgement judgement = monitor.start(system.state());
        for (Step step : candidate.steps()) {
            judgement = monitor.settle(system.execute(step));
        }
        return judgement instanceof Judgement.Violated;
    }
}
