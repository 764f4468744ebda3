package thymus.ci.check;

import java.nio.file.Path;
import java.util.List;
import thymus.system.execution.Scenario;
import thymus.system.execution.Step;

/** The proposal of the prover for one property. */
public sealed interface ProofResult {
    record Proved(String method, List<String> lemmas, List<String> assumptions, List<Path> smtFiles)
            implements ProofResult {}

    /** @param open why there is no proof for longer sequences, in words */
    record ProvedToDepth(int depth, String open, List<String> assumptions) implements ProofResult {}

    /**
     * A sequence that breaks the property in the prover's model of the contract; to be replayed.
     *
     * @param lines the steps in words
     */
    record Candidate(Scenario scenario, List<String> lines) implements ProofResult {
        /** A sequence on a system without parameters, without words. */
        public Candidate(List<Step> steps) {
            this(Scenario.of(steps), List.of());
        }
    }

    record Vacuous(String trigger, List<String> assumptions) implements ProofResult {}

    record Undecided(String reason) implements ProofResult {}

    /** The prover itself failed. */
    record Crashed(String reason) implements ProofResult {}
}
