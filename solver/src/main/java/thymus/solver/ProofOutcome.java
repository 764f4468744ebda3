package thymus.solver;

import java.nio.file.Path;
import java.util.List;
import thymus.system.execution.Scenario;
import thymus.system.execution.Step;

/** The prover's result for one property. It is not yet a verdict, because a candidate must be replayed. */
public sealed interface ProofOutcome {
    /**
     * The property holds on every trace of any length.
     *
     * @param method a description of the proof
     * @param lemmas the lemmas in the specification language
     * @param assumptions the assumptions in words; empty if there are none
     * @param smtFiles the queries, which another solver can check again
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
     * The property holds on every trace of up to that many transactions.
     *
     * @param open why there is no proof for longer traces
     */
    record ProvedToDepth(int depth, String open, List<String> assumptions) implements ProofOutcome {
        public ProvedToDepth {
            assumptions = List.copyOf(assumptions);
        }
    }

    /** A sequence that breaks the property if the symbolic execution is precise there. */
    record Candidate(Scenario scenario) implements ProofOutcome {
        public List<Step> steps() {
            return scenario.steps();
        }
    }

    /** The trigger or premise of the property cannot happen. */
    record Vacuous(String trigger, List<String> assumptions) implements ProofOutcome {
        public Vacuous {
            assumptions = List.copyOf(assumptions);
        }
    }

    /**
     * The property is neither proved nor refuted.
     *
     * @param reason a sentence for the user
     */
    record Unknown(String reason) implements ProofOutcome {}
}
