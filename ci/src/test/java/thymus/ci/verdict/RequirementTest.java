package thymus.ci.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import thymus.ci.ExitCode;
import thymus.spec.Expectation;
import thymus.spec.text.Span;

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

    @Test
    void whatTheFileExpectsIsNoFailure() {
        Verdict proved = new Verdict.Proved("m", List.of(), List.of(), List.of());
        Verdict broken = new Verdict.Falsified(new ConfirmedCounterexample(
                ConfirmedCounterexample.Origin.FUZZER, List.of(), "broken", Path.of("p.json")));
        for (Optional<Requirement> require : List.of(Optional.<Requirement>empty(), Optional.of(Requirement.PROVED))) {
            assertEquals(ExitCode.OK, exit(require, broken, "falsified", OptionalInt.empty()));
            assertEquals(ExitCode.OK, exit(require, broken, "falsified", OptionalInt.of(0)));
            assertEquals(ExitCode.REQUIREMENT, exit(require, broken, "falsified", OptionalInt.of(2)));
            assertEquals(ExitCode.REQUIREMENT, exit(require, proved, "falsified", OptionalInt.empty()));
            assertEquals(ExitCode.FALSIFIED, exit(require, broken, "proved", OptionalInt.empty()));
            assertEquals(ExitCode.FALSIFIED, exit(require, broken, "vacuous", OptionalInt.empty()));
            assertEquals(ExitCode.OK, exit(require, proved, "proved", OptionalInt.empty()));
            assertEquals(ExitCode.OK, exit(require, new Verdict.Vacuous("f"), "vacuous", OptionalInt.empty()));
            assertEquals(
                    ExitCode.WRONG_INPUT, exit(require, new Verdict.Erroneous("x"), "proved", OptionalInt.empty()));
        }
    }

    private static ExitCode exit(Optional<Requirement> requirement, Verdict verdict, String word, OptionalInt steps) {
        Expectation expected = new Expectation(
                Expectation.Outcome.valueOf(word.toUpperCase(Locale.ROOT)), steps, new Span("f.inv", 3, 1, 6));
        PropertyVerdict judgement =
                new PropertyVerdict("p", "rule", verdict, Duration.ZERO).expecting(Optional.of(expected));
        return new CheckResult("f.inv", 1, 0, List.of(judgement), List.of(), List.of(), Duration.ZERO)
                .exitCode(requirement);
    }
}
