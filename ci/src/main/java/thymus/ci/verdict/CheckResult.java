package thymus.ci.verdict;

import java.time.Duration;
import java.util.List;
import thymus.ci.ExitCode;

/**
 * Everything a check found out.
 *
 * @param file the specification as the user named it
 * @param transactions run by the fuzzer
 * @param judgements in the order of the file
 * @param functions those that the fuzzer called; empty if it did not come to an end
 * @param faults of Thymus itself, a sentence each: verdicts that stand beside them were not held against everything
 */
public record CheckResult(
        String file,
        long seed,
        long transactions,
        List<Judgement> judgements,
        List<FunctionUse> functions,
        List<String> faults,
        Duration elapsed) {
    public CheckResult {
        judgements = List.copyOf(judgements);
        functions = List.copyOf(functions);
        faults = List.copyOf(faults);
    }

    /** @param requireProved whether anything short of a proof is a failure */
    public ExitCode exitCode(boolean requireProved) {
        if (any(Verdict.Falsified.class)) {
            return ExitCode.FALSIFIED;
        }
        List<Verdict.Erroneous> errors = judgements.stream()
                .map(Judgement::verdict)
                .filter(Verdict.Erroneous.class::isInstance)
                .map(Verdict.Erroneous.class::cast)
                .toList();
        if (!faults.isEmpty() || errors.stream().anyMatch(Verdict.Erroneous::internal)) {
            return ExitCode.INTERNAL;
        }
        if (!errors.isEmpty()) {
            return ExitCode.WRONG_INPUT;
        }
        return requireProved && !judgements.stream().allMatch(j -> j.verdict() instanceof Verdict.Proved)
                ? ExitCode.REQUIREMENT
                : ExitCode.OK;
    }

    public boolean any(Class<? extends Verdict> verdict) {
        return judgements.stream().anyMatch(j -> verdict.isInstance(j.verdict()));
    }
}
