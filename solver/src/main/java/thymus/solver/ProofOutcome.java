package thymus.solver;

import java.nio.file.Path;
import java.util.List;
import thymus.system.execution.Step;

/** What the prover found out about one property. Nothing here is a verdict yet: a candidate has to be replayed. */
public sealed interface ProofOutcome {
    /**
     * Holds on every trace of any length.
     *
     * @param method in words
     * @param lemmas in the language of specifications
     * @param assumptions in words; none needed is an empty list
     * @param smtFiles what another solver can re-check
     */
    record Proved(String method, List<String> lemmas, List<String> assumptions, List<Path> smtFiles)
            implements ProofOutcome {
        public Proved {
            lemmas = List.copyOf(lemmas);
            assumptions = List.copyOf(assumptions);
            smtFiles = List.copyOf(smtFiles);
        }
    }

    /**
     * Holds on every trace of up to that many transactions.
     *
     * @param open why there is no proof for longer ones
     */
    record ProvedToDepth(int depth, String open, List<String> assumptions) implements ProofOutcome {
        public ProvedToDepth {
            assumptions = List.copyOf(assumptions);
        }
    }

    /** A sequence that should break the property, if the symbolic reading is right. */
    record Candidate(List<Step> steps) implements ProofOutcome {
        public Candidate {
            steps = List.copyOf(steps);
        }
    }

    /** What the property speaks of cannot happen. */
    record Vacuous(String trigger) implements ProofOutcome {}

    /**
     * Neither proved nor refuted.
     *
     * @param reason in words
     */
    record Unknown(String reason) implements ProofOutcome {}
}
