package thymus.ci.verdict;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The verdict on one property, with the evidence that a reader can check again. */
public sealed interface Verdict {
    /** The word for it in every report. */
    String word();

    /** The assumptions that a verdict rests on beside the contract's code; empty for verdicts that assume nothing. */
    default List<String> assumptions() {
        return List.of();
    }

    /**
     * Holds on every trace of any length, under the assumptions.
     *
     * @param lemmas what was proved on the way, as specification text
     * @param smtFiles the queries, for another solver to answer again
     */
    record Proved(String method, List<String> lemmas, List<String> assumptions, List<Path> smtFiles)
            implements Verdict {
        public Proved {
            lemmas = List.copyOf(lemmas);
            assumptions = List.copyOf(assumptions);
            smtFiles = List.copyOf(smtFiles);
        }

        @Override
        public String word() {
            return "proved";
        }
    }

    /**
     * Holds on every trace of up to {@code depth} transactions; longer ones were only tested.
     *
     * @param open why there is no proof for longer ones, in words
     */
    record ProvedToDepth(int depth, String open, List<String> assumptions, Testing testing) implements Verdict {
        public ProvedToDepth {
            assumptions = List.copyOf(assumptions);
        }

        @Override
        public String word() {
            return "proved-to-depth";
        }
    }

    /** A concrete sequence breaks it, and broke it again when it was replayed on a fresh chain. */
    record Falsified(ConfirmedCounterexample counterexample) implements Verdict {
        @Override
        public String word() {
            return "falsified";
        }
    }

    /**
     * Nothing was found, which is not a proof.
     *
     * @param unproved why there is no proof, in words
     */
    record Tested(Testing testing, String unproved) implements Verdict {
        @Override
        public String word() {
            return "tested";
        }
    }

    /** The case that the property is about can never happen, so the property says nothing. */
    record Vacuous(String trigger) implements Verdict {
        @Override
        public String word() {
            return "vacuous";
        }
    }

    /**
     * Neither side could decide.
     *
     * @param fault whether a fault of Thymus kept it from being decided
     */
    record Unknown(String reason, boolean fault) implements Verdict {
        public Unknown(String reason) {
            this(reason, false);
        }

        @Override
        public String word() {
            return "unknown";
        }
    }

    /**
     * It has no truth value: a view that it reads reverts, it divides by zero, or the state that all begins with cannot
     * be read.
     *
     * @param advice what to write instead
     * @param sequence that leads there, as it was replayed on a fresh chain; empty where no sequence is to blame
     */
    record Erroneous(String reason, Optional<String> advice, Optional<ConfirmedCounterexample> sequence)
            implements Verdict {
        public Erroneous(String reason) {
            this(reason, Optional.empty(), Optional.empty());
        }

        @Override
        public String word() {
            return "error";
        }
    }

    /** The sequence that a reader can run again, where there is one. */
    default Optional<ConfirmedCounterexample> shown() {
        return switch (this) {
            case Falsified v -> Optional.of(v.counterexample());
            case Erroneous v -> v.sequence();
            case Proved v -> Optional.empty();
            case ProvedToDepth v -> Optional.empty();
            case Tested v -> Optional.empty();
            case Vacuous v -> Optional.empty();
            case Unknown v -> Optional.empty();
        };
    }
}
