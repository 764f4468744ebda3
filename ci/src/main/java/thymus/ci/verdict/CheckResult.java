package thymus.ci.verdict;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import thymus.ci.ExitCode;
import thymus.spec.Expectation;

/**
 * Everything a check found out.
 *
 * @param file the specification as the user named it
 * @param transactions run by the fuzzer
 * @param judgements in the order of the file
 * @param functions those that the fuzzer called; empty if it did not come to an end
 * @param faults of Thymus itself
 */
public record CheckResult(
        String file,
        long seed,
        long transactions,
        List<PropertyVerdict> judgements,
        List<FunctionUse> functions,
        List<Fault> faults,
        Duration elapsed) {
    public CheckResult {
        judgements = List.copyOf(judgements);
        functions = List.copyOf(functions);
        faults = List.copyOf(faults);
    }

    /**
     * A fault that costs one property counts as its verdict does: it is unknown. Only where there is no more, it is
     * all. A verdict that the file expects leads to no other code than 0.
     */
    public ExitCode exitCode(Optional<Requirement> requirement) {
        List<PropertyVerdict> counted =
                judgements.stream().filter(j -> !j.isAsExpected()).toList();
        if (counted.stream().anyMatch(CheckResult::isNewlyFalsified)) {
            return ExitCode.FALSIFIED;
        }
        if (faults.stream().anyMatch(Fault::whole) || nothingButFaults()) {
            return ExitCode.INTERNAL;
        }
        if (any(Verdict.Erroneous.class)) {
            return ExitCode.WRONG_INPUT;
        }
        boolean met = requirement.stream().allMatch(r -> counted.stream().allMatch(j -> r.isMetBy(j.verdict())));
        return met && counted.stream().noneMatch(PropertyVerdict::isUnexpected) ? ExitCode.OK : ExitCode.REQUIREMENT;
    }

    /** Falsified, where the file does not expect that, be it in another number of steps. */
    private static boolean isNewlyFalsified(PropertyVerdict judgement) {
        boolean foreseen = judgement
                .expected()
                .filter(e -> e.outcome() == Expectation.Outcome.FALSIFIED)
                .isPresent();
        return judgement.verdict() instanceof Verdict.Falsified && !foreseen;
    }

    private boolean nothingButFaults() {
        return !judgements.isEmpty()
                && judgements.stream().allMatch(j -> j.verdict() instanceof Verdict.Unknown unknown && unknown.fault());
    }

    public boolean any(Class<? extends Verdict> verdict) {
        return judgements.stream().anyMatch(j -> verdict.isInstance(j.verdict()));
    }
}
