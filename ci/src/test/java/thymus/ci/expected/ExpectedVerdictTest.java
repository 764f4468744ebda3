package thymus.ci.expected;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import thymus.ci.verdict.ConfirmedCounterexample;
import thymus.ci.verdict.RenderedStep;
import thymus.ci.verdict.Testing;
import thymus.ci.verdict.Verdict;

class ExpectedVerdictTest {
    private static final Testing TESTING = new Testing(10, 10, "all of it", Optional.empty());
    private static final Verdict PROVED = new Verdict.Proved("induction", List.of(), List.of(), List.of());
    private static final Verdict TESTED = new Verdict.Tested(TESTING, "no lemma fits");

    private static ExpectedVerdict expected(String word, boolean demanded) {
        return new ExpectedVerdict(word, OptionalInt.empty(), 0, demanded, Optional.empty());
    }

    private static final ExpectedVerdict ATTACK =
            new ExpectedVerdict("falsified", OptionalInt.of(2), 1, true, Optional.empty());

    private static Verdict falsified(int steps) {
        RenderedStep step = new RenderedStep("at once", "alice", "c.poke()", "", List.of());
        return new Verdict.Falsified(new ConfirmedCounterexample(
                ConfirmedCounterexample.Origin.FUZZER, Collections.nCopies(steps, step), "", Path.of("a.json")));
    }

    private static Verdict depth(int depth) {
        return new Verdict.ProvedToDepth(depth, "", List.of(), TESTING);
    }

    @Test
    void anAttackIsFoundByTheFewestStepsOrALittleMore() {
        assertEquals(Outcome.CONTRADICTED, ATTACK.judge(falsified(1), false));
        assertEquals(Outcome.AS_EXPECTED, ATTACK.judge(falsified(2), false));
        assertEquals(Outcome.AS_EXPECTED, ATTACK.judge(falsified(3), false));
        assertEquals(Outcome.MISSED, ATTACK.judge(falsified(4), false));
    }

    @Test
    void aProofOfWhatIsFalseContradicts() {
        assertEquals(Outcome.CONTRADICTED, ATTACK.judge(PROVED, false));
        assertEquals(Outcome.CONTRADICTED, ATTACK.judge(depth(2), false));
        assertEquals(Outcome.MISSED, ATTACK.judge(depth(1), false));
        assertEquals(Outcome.CONTRADICTED, expected("falsified", false).judge(PROVED, false));
    }

    @Test
    void whatNobodyDemandsIsNotMissed() {
        assertEquals(Outcome.MISSED, ATTACK.judge(TESTED, false));
        assertEquals(Outcome.AS_EXPECTED, expected("falsified", false).judge(TESTED, false));
        assertEquals(Outcome.AS_EXPECTED, expected("proved", false).judge(TESTED, false));
    }

    @Test
    void aPromiseIsProvedOrMissedOrContradicted() {
        ExpectedVerdict promise = expected("proved", true);
        assertEquals(Outcome.AS_EXPECTED, promise.judge(PROVED, false));
        assertEquals(Outcome.MISSED, promise.judge(depth(4), false));
        assertEquals(Outcome.CONTRADICTED, promise.judge(falsified(1), false));
        assertEquals(Outcome.BETTER, expected("tested", true).judge(PROVED, false));
    }

    @Test
    void fuzzingAloneProvesNothingAndFindsWhatIsSaidOfIt() {
        assertEquals(Outcome.AS_EXPECTED, expected("proved", true).judge(TESTED, true));
        assertEquals(Outcome.MISSED, ATTACK.judge(TESTED, true));
        ExpectedVerdict hard = new ExpectedVerdict("falsified", OptionalInt.of(2), 0, true, Optional.of("tested"));
        assertEquals(Outcome.AS_EXPECTED, hard.judge(TESTED, true));
        assertEquals(Outcome.MISSED, hard.judge(TESTED, false));
    }
}
