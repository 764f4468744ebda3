package thymus.solver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.solver.proof.Prover;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;
import tools.jackson.databind.JsonNode;

/** Claims that are true beside ones that are false. */
final class Twins {
    private Twins() {}

    /** What is wrong with the proofs of a file's claims: a false one is proved, or a true one is not that must be. */
    static String faults(Path file) throws IOException {
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
        return String.join("\n", faults);
    }
}
