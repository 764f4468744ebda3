package thymus.ci.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static thymus.ci.check.Checks.PROVED;
import static thymus.ci.check.Checks.UNDECIDED;
import static thymus.ci.check.Checks.check;
import static thymus.ci.check.Checks.verdict;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import thymus.ci.ExitCode;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.Requirement;
import thymus.ci.verdict.Verdict;

/** What a fault of Thymus costs: one property where that is possible, and never more than is said. */
class FaultTest {
    @Test
    void aProverThatFallsOverLosesOneProofAndNotTheRun() throws Exception {
        CheckResult result = check(new FakeEngines().proof("fine", PROVED), "fallen", "fine");
        Verdict.Unknown fallen = assertInstanceOf(Verdict.Unknown.class, verdict(result, "fallen"));
        assertTrue(fallen.reason().startsWith("proving fallen: the prover fell over"), fallen::toString);
        assertInstanceOf(Verdict.Proved.class, verdict(result, "fine"));
        assertEquals(ExitCode.OK, result.exitCode(Optional.empty()), "as for any that is unknown");
        assertEquals(ExitCode.REQUIREMENT, result.exitCode(Optional.of(Requirement.DECIDED)));
    }

    @Test
    void aProverThatFallsOverEveryTimeIsAFaultOfTheRun() throws Exception {
        CheckResult result = check(new FakeEngines(), "fallen", "too");
        assertEquals(2, result.faults().size());
        assertEquals(ExitCode.INTERNAL, result.exitCode(Optional.empty()));
    }

    @Test
    void theEndOfTheStackOrOfTheMemoryLosesOneProofToo() throws Exception {
        FakeEngines engines = new FakeEngines()
                .proverThrows("deep", new StackOverflowError("deep"))
                .proverThrows("large", new OutOfMemoryError("large"))
                .proof("fine", PROVED);
        CheckResult result = check(engines, "deep", "large", "fine");
        assertTrue(
                assertInstanceOf(Verdict.Unknown.class, verdict(result, "deep")).fault());
        assertTrue(assertInstanceOf(Verdict.Unknown.class, verdict(result, "large"))
                .fault());
        assertInstanceOf(Verdict.Proved.class, verdict(result, "fine"));
    }

    @Test
    void aReplayThatFallsOverLosesOneProperty() throws Exception {
        FakeEngines engines = new FakeEngines()
                .breaks("p")
                .proof("p", UNDECIDED)
                .proof("fine", PROVED)
                .refereeThrows(new StackOverflowError("deep"));
        CheckResult result = check(engines, "p", "fine");
        assertTrue(assertInstanceOf(Verdict.Unknown.class, verdict(result, "p")).fault());
        assertInstanceOf(Verdict.Proved.class, verdict(result, "fine"));
        assertEquals(ExitCode.OK, result.exitCode(Optional.empty()));
    }

    @Test
    void aFuzzerThatGoesWrongWithOnePropertyJudgesTheOthers() throws Exception {
        FakeEngines engines = new FakeEngines()
                .proof("odd", UNDECIDED)
                .crashes("odd", new IllegalStateException("odd"))
                .proof("even", UNDECIDED)
                .tests("even", FakeEngines.TESTING);
        CheckResult result = check(engines, "odd", "even");
        assertEquals(new Verdict.Unknown("fuzzing odd: odd; the fuzzer never judged it", true), verdict(result, "odd"));
        assertInstanceOf(Verdict.Tested.class, verdict(result, "even"));
        assertEquals(ExitCode.OK, result.exitCode(Optional.empty()));
    }

    @Test
    void anErrorThatDoesNotReplayIsAContradictionOfThymus() throws Exception {
        FakeEngines engines = new FakeEngines()
                .proof("p", UNDECIDED)
                .fails("p", "division by zero")
                .replayDisagrees();
        CheckResult result = check(engines, "p");
        assertTrue(assertInstanceOf(Verdict.Unknown.class, verdict(result, "p")).fault());
        assertEquals(ExitCode.INTERNAL, result.exitCode(Optional.empty()));
    }

    @Test
    void aFuzzerThatFallsOverLeavesTheProofs() throws Exception {
        FakeEngines engines = new FakeEngines()
                .proof("proved", PROVED)
                .proof("open", UNDECIDED)
                .fuzzerThrows(new IllegalStateException("out of luck"));
        CheckResult result = check(engines, "proved", "open");
        assertInstanceOf(Verdict.Proved.class, verdict(result, "proved"));
        assertTrue(
                assertInstanceOf(Verdict.Unknown.class, verdict(result, "open")).fault());
        assertEquals(1, result.faults().size());
        assertEquals(
                ExitCode.INTERNAL, result.exitCode(Optional.empty()), "the proofs were not held against the fuzzer");
    }

    @Test
    void aFindingThatDoesNotReplayIsAFaultOfThymusAndNoVerdictOnTheContract() throws Exception {
        CheckResult result =
                check(new FakeEngines().proof("p", UNDECIDED).breaks("p").replayDisagrees(), "p");
        assertTrue(assertInstanceOf(Verdict.Unknown.class, verdict(result, "p")).fault());
        assertEquals(ExitCode.INTERNAL, result.exitCode(Optional.empty()));
    }
}
