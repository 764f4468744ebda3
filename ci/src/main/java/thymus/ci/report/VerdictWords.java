package thymus.ci.report;

import java.util.List;
import java.util.Optional;
import thymus.ci.verdict.ConfirmedCounterexample;
import thymus.ci.verdict.PropertyVerdict;
import thymus.ci.verdict.ReachedMaximum;
import thymus.ci.verdict.Testing;
import thymus.ci.verdict.Verdict;
import thymus.spec.text.NumberText;

/** Verdicts in words: the short form of a property's line, and what each kind means. */
public final class VerdictWords {
    private VerdictWords() {}

    /** Says whether the verdict is the one that the file expects; empty if it expects none. Follows {@link #detail}. */
    static String expectation(PropertyVerdict judgement) {
        return judgement
                .expected()
                .map(e -> judgement.isAsExpected() ? ", as expected" : ", but the file expects " + e.text())
                .orElse("");
    }

    /** Says that a maximum without a claim is the largest of all; empty for every other verdict. */
    static String maximum(PropertyVerdict judgement) {
        return judgement
                .reached()
                .filter(ReachedMaximum::isExact)
                .map(maximum -> ", never more than " + NumberText.value(maximum.value()))
                .orElse("");
    }

    /** Counts the verdicts that the files expect and the others; empty if none is expected. */
    public static String expectations(List<PropertyVerdict> judgements) {
        long met = judgements.stream().filter(PropertyVerdict::isAsExpected).count();
        long unmet = judgements.stream().filter(PropertyVerdict::isUnexpected).count();
        return (met == 0 ? "" : ", " + met + " as expected") + (unmet == 0 ? "" : ", " + unmet + " not as expected");
    }

    /** The reason for the verdict, in one line. */
    static String detail(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Proved v -> v.method() + lemmas(v);
            case Verdict.ProvedToDepth v ->
                "every sequence of up to " + NumberText.count(v.depth(), "transaction") + "; beyond it, "
                        + testing(v.testing());
            case Verdict.Falsified v -> sequence(v.counterexample());
            case Verdict.Tested v -> testing(v.testing());
            case Verdict.Vacuous v -> "says nothing, because this can never happen: " + TerminalText.text(v.trigger());
            case Verdict.Unknown v -> TerminalText.text(v.reason());
            case Verdict.Erroneous v ->
                TerminalText.text(v.reason())
                        + v.sequence().map(VerdictWords::after).orElse("");
        };
    }

    private static String after(ConfirmedCounterexample sequence) {
        int steps = sequence.steps().size();
        return steps == 0 ? " after setup" : " after " + NumberText.count(steps, "transaction");
    }

    private static String lemmas(Verdict.Proved proved) {
        int lemmas = proved.lemmas().size();
        return lemmas == 0 ? "" : " with " + NumberText.count(lemmas, "lemma");
    }

    private static String sequence(ConfirmedCounterexample found) {
        int steps = found.steps().size();
        if (steps == 0) {
            return "by the state after setup";
        }
        String transactions = NumberText.count(found.transactions(), "transaction");
        return found.transactions() == steps
                ? "by " + transactions
                : "by " + NumberText.count(steps, "call") + " in " + transactions;
    }

    private static String testing(Testing testing) {
        return testing.sample().map(sentence -> sentence + "; ").orElse("") + "not broken by "
                + NumberText.count(testing.transactions(), "transaction") + " (judged "
                + NumberText.count(testing.judged(), "time")
                + testing.slack()
                        .map(s -> ", at the nearest " + NumberText.prose(s) + " short of a violation")
                        .orElse("")
                + ")";
    }

    /** Why there is no proof, where the property's line does not say it. */
    static Optional<String> unproved(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Tested v -> Optional.of(v.unproved());
            case Verdict.ProvedToDepth v -> Optional.of(v.open());
            case Verdict.Proved v -> Optional.empty();
            case Verdict.Falsified v -> Optional.empty();
            case Verdict.Vacuous v -> Optional.empty();
            case Verdict.Unknown v -> Optional.empty();
            case Verdict.Erroneous v -> Optional.empty();
        };
    }

    /** How far the fuzzer got, where that is all there is. */
    static Optional<Testing> fuzzed(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Tested v -> Optional.of(v.testing());
            case Verdict.ProvedToDepth v -> Optional.of(v.testing());
            case Verdict.Proved v -> Optional.empty();
            case Verdict.Falsified v -> Optional.empty();
            case Verdict.Vacuous v -> Optional.empty();
            case Verdict.Unknown v -> Optional.empty();
            case Verdict.Erroneous v -> Optional.empty();
        };
    }

    /** The conclusion for a reader, as one sentence. */
    static String meaning(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Proved v -> "holds on every sequence of transactions of any length, under the assumptions.";
            case Verdict.ProvedToDepth v -> "holds on every sequence up to that length, under the assumptions.";
            case Verdict.Falsified v -> "a sequence breaks it; it was replayed on a fresh chain and broke it again.";
            case Verdict.Tested v -> "nothing was found that breaks it. This is not a proof.";
            case Verdict.Vacuous v -> "it can never be violated because what it speaks of can never happen.";
            case Verdict.Unknown v -> "neither proof nor fuzzing could decide it.";
            case Verdict.Erroneous v -> "it could not be evaluated, so nothing is known about it.";
        };
    }
}
