package thymus.ci.report;

import java.util.Optional;
import thymus.ci.verdict.PropertyVerdict;
import thymus.ci.verdict.Requirement;
import thymus.ci.verdict.Verdict;

/**
 * A property as a test: how it ended, and what is said of it.
 *
 * @param message the verdict with its reason, in one line
 * @param details the counterexample as it is printed; empty where there is none
 */
public record PropertyTestReport(Outcome outcome, String message, String details) {
    public enum Outcome {
        PASSED,
        FAILURE,
        ERROR,
        SKIPPED
    }

    /** A property that does not meet the requirement of the run is a failure. */
    public static PropertyTestReport of(PropertyVerdict judgement, Optional<Requirement> requirement) {
        String message = judgement.verdict().word() + ": " + VerdictWords.detail(judgement.verdict())
                + VerdictWords.expectation(judgement);
        Outcome outcome = outcome(judgement, requirement);
        boolean shows = outcome != Outcome.PASSED && judgement.verdict().shown().isPresent();
        return new PropertyTestReport(outcome, message, shows ? CounterexampleText.of(judgement.verdict()) : "");
    }

    private static Outcome outcome(PropertyVerdict judgement, Optional<Requirement> requirement) {
        if (judgement.isAsExpected()) {
            return Outcome.PASSED;
        }
        if (judgement.isUnexpected() && !(judgement.verdict() instanceof Verdict.Erroneous)) {
            return Outcome.FAILURE;
        }
        return switch (judgement.verdict()) {
            case Verdict.Proved v -> Outcome.PASSED;
            case Verdict.Falsified v -> Outcome.FAILURE;
            case Verdict.Erroneous v -> Outcome.ERROR;
            case Verdict.ProvedToDepth v -> unlessRequired(v, requirement, Outcome.PASSED);
            case Verdict.Tested v -> unlessRequired(v, requirement, Outcome.PASSED);
            case Verdict.Vacuous v -> unlessRequired(v, requirement, Outcome.SKIPPED);
            case Verdict.Unknown v -> unlessRequired(v, requirement, Outcome.SKIPPED);
        };
    }

    private static Outcome unlessRequired(Verdict verdict, Optional<Requirement> requirement, Outcome otherwise) {
        return requirement.stream().allMatch(r -> r.isMetBy(verdict)) ? otherwise : Outcome.FAILURE;
    }
}
