package thymus.ci.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static thymus.ci.check.Checks.PROVED;
import static thymus.ci.check.Checks.UNDECIDED;
import static thymus.ci.check.Checks.verdict;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import thymus.ci.CiException;
import thymus.ci.ExitCode;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.ConfirmedCounterexample;
import thymus.ci.verdict.PropertyVerdict;
import thymus.ci.verdict.Requirement;
import thymus.ci.verdict.Testing;
import thymus.ci.verdict.Verdict;

class CheckTest {
    private final List<String> decided = new ArrayList<>();

    @Test
    void aProofIsTheVerdictWhenTheFuzzerFindsNothing() throws Exception {
        CheckResult result = check(new FakeEngines().proof("p", PROVED), "p");
        assertInstanceOf(Verdict.Proved.class, verdict(result, "p"));
        assertEquals(ExitCode.OK, result.exitCode(Optional.of(Requirement.PROVED)));
    }

    @Test
    void aProofIsAlwaysHeldAgainstTheFuzzersFirstTransactions() throws Exception {
        CheckResult result = check(new FakeEngines().proof("p", PROVED), "p");
        assertTrue(result.transactions() >= CheckPlan.SCREENING, () -> "only " + result.transactions());
    }

    @Test
    void aReplayedFindingFalsifies() throws Exception {
        CheckResult result = check(new FakeEngines().proof("p", UNDECIDED).breaks("p"), "p");
        var falsified = assertInstanceOf(Verdict.Falsified.class, verdict(result, "p"));
        assertEquals(
                ConfirmedCounterexample.Origin.FUZZER,
                falsified.counterexample().origin());
        assertEquals(ExitCode.FALSIFIED, result.exitCode(Optional.empty()));
    }

    @Test
    void aCandidateThatReplaysFalsifies() throws Exception {
        CheckResult result = check(new FakeEngines().proof("p", new ProofResult.Candidate(List.of())), "p");
        var falsified = assertInstanceOf(Verdict.Falsified.class, verdict(result, "p"));
        assertEquals(
                ConfirmedCounterexample.Origin.PROVER,
                falsified.counterexample().origin());
    }

    @Test
    void theFuzzersEarlyFindingIsPreferredToACandidateWhicheverComesFirst() throws Exception {
        FakeEngines engines = new FakeEngines()
                .proof("p", new ProofResult.Candidate(List.of()))
                .breaks("p");
        for (FakeEngines order : List.of(engines, engines.proofFirst())) {
            var falsified = assertInstanceOf(Verdict.Falsified.class, verdict(check(order, "p"), "p"));
            assertEquals(
                    ConfirmedCounterexample.Origin.FUZZER,
                    falsified.counterexample().origin());
        }
    }

    @Test
    void aCandidateThatDoesNotReplayIsNotACounterexample() throws Exception {
        FakeEngines engines = new FakeEngines()
                .proof("p", new ProofResult.Candidate(List.of()))
                .replayDisagrees()
                .tests("p", FakeEngines.TESTING);
        assertInstanceOf(Verdict.Tested.class, verdict(check(engines, "p"), "p"));
    }

    @Test
    void aCandidateThatLeavesThePropertyWithoutATruthValueIsAnErrorWithItsSequence() throws Exception {
        FakeEngines engines = new FakeEngines()
                .proof("p", new ProofResult.Candidate(List.of()))
                .candidatesFail()
                .tests("p", FakeEngines.TESTING);
        var error = assertInstanceOf(Verdict.Erroneous.class, verdict(check(engines, "p"), "p"));
        assertEquals("division by zero", error.reason());
        assertTrue(error.advice().isPresent());
        assertEquals(
                ConfirmedCounterexample.Origin.PROVER,
                error.sequence().orElseThrow().origin());
    }

    @Test
    void theFuzzersCounterexampleIsPreferredToACandidateThatIsAnErrorWhicheverComesFirst() throws Exception {
        FakeEngines engines = new FakeEngines()
                .proof("p", new ProofResult.Candidate(List.of()))
                .candidatesFail()
                .breaks("p");
        for (FakeEngines order : List.of(engines, engines.proofFirst())) {
            assertInstanceOf(Verdict.Falsified.class, verdict(check(order, "p"), "p"));
        }
    }

    @Test
    void provedAndFalsifiedStopsTheRunAndNamesBoth() {
        FakeEngines engines = new FakeEngines().proof("p", PROVED).breaks("p").proofFirst();
        var contradiction = assertThrows(CiException.Contradiction.class, () -> check(engines, "p"));
        assertTrue(contradiction.getMessage().contains("property p was proved and also falsified"));
        assertTrue(contradiction.getMessage().contains("p.json"));
    }

    @Test
    void vacuousAndJudgedStopsTheRun() {
        FakeEngines engines = new FakeEngines()
                .proof("p", new ProofResult.Vacuous("ok(withdraw)", List.of()))
                .proof("other", UNDECIDED)
                .tests("p", FakeEngines.TESTING);
        assertThrows(CiException.Contradiction.class, () -> check(engines, "p", "other"));
    }

    @Test
    void testedNeedsThatThePropertyWasEverJudged() throws Exception {
        FakeEngines engines = new FakeEngines()
                .proof("judged", UNDECIDED)
                .tests("judged", FakeEngines.TESTING)
                .proof("never", UNDECIDED)
                .tests("never", new Testing(50_000, 0, "no blocks", Optional.empty()));
        CheckResult result = check(engines, "judged", "never");
        assertInstanceOf(Verdict.Tested.class, verdict(result, "judged"));
        assertInstanceOf(Verdict.Unknown.class, verdict(result, "never"));
        assertEquals(ExitCode.OK, result.exitCode(Optional.empty()));
        assertEquals(ExitCode.REQUIREMENT, result.exitCode(Optional.of(Requirement.PROVED)));
    }

    @Test
    void aBoundedProofWaitsForTheFuzzer() throws Exception {
        FakeEngines engines = new FakeEngines()
                .proof("p", new ProofResult.ProvedToDepth(3, "no lemma", List.of("loops run twice")))
                .tests("p", FakeEngines.TESTING);
        var bounded = assertInstanceOf(Verdict.ProvedToDepth.class, verdict(check(engines, "p"), "p"));
        assertEquals(3, bounded.depth());
        assertEquals(FakeEngines.TESTING, bounded.testing());
    }

    @Test
    void aPropertyThatCannotBeEvaluatedIsAnErrorOfTheInput() throws Exception {
        CheckResult result =
                check(new FakeEngines().proof("p", UNDECIDED).fails("p", "vault.cap reverted: no cap"), "p");
        Verdict.Erroneous error = assertInstanceOf(Verdict.Erroneous.class, verdict(result, "p"));
        assertEquals("vault.cap reverted: no cap", error.reason());
        assertTrue(error.advice().orElseThrow().contains("`can(alice, vault.cap(…))`"), error::toString);
        assertEquals(Path.of("p.json"), error.sequence().orElseThrow().replay());
        assertEquals(ExitCode.WRONG_INPUT, result.exitCode(Optional.empty()));
    }

    @Test
    void everyPropertyIsAnnouncedOnceAndReportedInTheOrderOfTheFile() throws Exception {
        FakeEngines engines = new FakeEngines()
                .proof("a", UNDECIDED)
                .proof("b", PROVED)
                .breaks("c")
                .proof("c", UNDECIDED);
        CheckResult result = check(engines, "a", "b", "c");
        assertEquals(
                List.of("a", "b", "c"),
                result.judgements().stream().map(PropertyVerdict::property).toList());
        assertEquals(List.of("a", "b", "c"), decided.stream().sorted().toList());
    }

    /** The fuzzer breaks p while it is being proved: the proof is dropped, and may still be writing evidence. */
    @Test
    void noProofIsStillAtWorkWhenTheCheckHasEnded() throws Exception {
        CountDownLatch proving = new CountDownLatch(1);
        Thread check = Thread.currentThread();
        AtomicBoolean ended = new AtomicBoolean();
        PropertyProver slow = (property, stopped) -> {
            proving.countDown();
            while (!stopped.getAsBoolean()) {
                Thread.onSpinWait();
            }
            // The check now waits for this thread, or has ended without it.
            while (check.getState() == Thread.State.RUNNABLE) {
                Thread.onSpinWait();
            }
            ended.set(true);
            return UNDECIDED;
        };
        FakeEngines fakes = new FakeEngines().breaks("p");
        check(
                new Engines() {
                    @Override
                    public PropertyProver prover() {
                        return slow;
                    }

                    @Override
                    public Fuzzer fuzzer() {
                        return observer -> {
                            FakeEngines.await(proving);
                            return fakes.fuzzer().run(observer);
                        };
                    }

                    @Override
                    public CounterexampleConfirmer referee() {
                        return fakes.referee();
                    }
                },
                "p");
        assertTrue(ended.get());
    }

    private CheckResult check(Engines engines, String... names) throws InterruptedException {
        CheckListener listener = new CheckListener() {
            @Override
            public void decided(PropertyVerdict judgement) {
                decided.add(judgement.property());
            }

            @Override
            public void progress(Progress progress) {}
        };
        return new Check(Checks.plan(names), engines, listener, Checks::told).run();
    }
}
