package thymus.ci.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import thymus.ci.ExitCode;

class RequirementTest {
    @Test
    void whatIsDecidedIsProvedOrFalsified() {
        assertEquals(ExitCode.OK, exit(Requirement.DECIDED, new Verdict.Proved("m", List.of(), List.of(), List.of())));
        Testing tried = new Testing(50_000, 7, "12 of 20 blocks", Optional.of(BigInteger.TWO));
        for (Verdict verdict : List.of(
                new Verdict.Vacuous("ok(f)"),
                new Verdict.Unknown("too hard"),
                new Verdict.Tested(tried, "too hard"),
                new Verdict.ProvedToDepth(4, "too hard", List.of(), tried))) {
            assertEquals(ExitCode.REQUIREMENT, exit(Requirement.DECIDED, verdict), verdict::word);
            assertEquals(ExitCode.REQUIREMENT, exit(Requirement.PROVED, verdict), verdict::word);
        }
        Verdict falsified = new Verdict.Falsified(new ConfirmedCounterexample(
                ConfirmedCounterexample.Origin.FUZZER, List.of(), "broken", Path.of("p.json")));
        assertEquals(ExitCode.FALSIFIED, exit(Requirement.DECIDED, falsified));
    }

    private static ExitCode exit(Requirement requirement, Verdict verdict) {
        PropertyVerdict judgement = new PropertyVerdict("p", "rule", verdict, Duration.ZERO);
        return new CheckResult("f.inv", 1, 0, List.of(judgement), List.of(), List.of(), Duration.ZERO)
                .exitCode(Optional.of(requirement));
    }
}
