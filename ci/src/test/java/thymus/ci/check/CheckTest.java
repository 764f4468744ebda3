package thymus.ci.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import thymus.ci.CiException;
import thymus.ci.ExitCode;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.Counterexample;
import thymus.ci.verdict.Judgement;
import thymus.ci.verdict.Testing;
import thymus.ci.verdict.Verdict;
import thymus.spec.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;

class CheckTest {
    private static final ProofResult PROVED = new ProofResult.Proved("induction", List.of(), List.of(), List.of());
    private static final ProofResult UNDECIDED = new ProofResult.Undecided("no lemma fits");

    private final List<String> decided = new ArrayList<>();

    @Test
    void aProofIsTheVerdictWhenTheFuzzerFindsNothing() throws Exception {
        CheckResult result = check(new FakeEngines().proof("p", PROVED), "p");
        assertInstanceOf(Verdict.Proved.class, verdict(result, "p"));
        assertEquals(ExitCode.OK, result.exitCode(true));
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
        assertEquals(Counterexample.Origin.FUZZER, falsified.counterexample().origin());
        assertEquals(ExitCode.FALSIFIED, result.exitCode(false));
    }

    @Test
    void aFindingThatDoesNotReplayIsAFaultOfThymusAndNoVerdictOnTheContract() throws Exception {
        CheckResult result =
                check(new FakeEngines().proof("p", UNDECIDED).breaks("p").replayDisagrees(), "p");
        assertTrue(assertInstanceOf(Verdict.Erroneous.class, verdict(result, "p")).internal());
        assertEquals(ExitCode.INTERNAL, result.exitCode(false));
    }

    @Test
    void aCandidateThatReplaysFalsifies() throws Exception {
        CheckResult result = check(new FakeEngines().proof("p", new ProofResult.Candidate(List.of())), "p");
        var falsified = assertInstanceOf(Verdict.Falsified.class, verdict(result, "p"));
        assertEquals(Counterexample.Origin.PROVER, falsified.counterexample().origin());
    }

    @Test
    void theFuzzersEarlyFindingIsPreferredToACandidateWhicheverComesFirst() throws Exception {
        FakeEngines engines = new FakeEngines()
                .proof("p", new ProofResult.Candidate(List.of()))
                .breaks("p");
        for (FakeEngines order : List.of(engines, engines.proofFirst())) {
            var falsified = assertInstanceOf(Verdict.Falsified.class, verdict(check(order, "p"), "p"));
            assertEquals(Counterexample.Origin.FUZZER, falsified.counterexample().origin());
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
    void provedAndFalsifiedStopsTheRunAndNamesBoth() {
        FakeEngines engines = new FakeEngines().proof("p", PROVED).breaks("p").proofFirst();
        var contradiction = assertThrows(CiException.Contradiction.class, () -> check(engines, "p"));
        assertTrue(contradiction.getMessage().contains("property p was proved and also falsified"));
        assertTrue(contradiction.getMessage().contains("p.json"));
    }

    @Test
    void vacuousAndJudgedStopsTheRun() {
        FakeEngines engines = new FakeEngines()
                .proof("p", new ProofResult.Vacuous("ok(withdraw)"))
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
        assertEquals(ExitCode.OK, result.exitCode(false));
        assertEquals(ExitCode.REQUIREMENT, result.exitCode(true));
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
                check(new FakeEngines().proof("p", UNDECIDED).fails("p", "vault.cap() reverts"), "p");
        assertEquals(new Verdict.Erroneous("vault.cap() reverts", false), verdict(result, "p"));
        assertEquals(ExitCode.WRONG_INPUT, result.exitCode(false));
    }

    @Test
    void aProverThatFallsOverLosesOneProofAndNotTheRun() throws Exception {
        CheckResult result = check(new FakeEngines().proof("fine", PROVED), "fallen", "fine");
        assertTrue(
                assertInstanceOf(Verdict.Erroneous.class, verdict(result, "fallen")).internal());
        assertInstanceOf(Verdict.Proved.class, verdict(result, "fine"));
        assertEquals(ExitCode.INTERNAL, result.exitCode(false));
    }

    @Test
    void aFuzzerThatFallsOverLeavesTheProofs() throws Exception {
        FakeEngines engines = new FakeEngines()
                .proof("proved", PROVED)
                .proof("open", UNDECIDED)
                .fuzzerThrows(new IllegalStateException("out of luck"));
        CheckResult result = check(engines, "proved", "open");
        assertInstanceOf(Verdict.Proved.class, verdict(result, "proved"));
        assertTrue(assertInstanceOf(Verdict.Erroneous.class, verdict(result, "open")).internal());
        assertEquals(1, result.faults().size());
        assertEquals(ExitCode.INTERNAL, result.exitCode(false), "the proofs were not held against the fuzzer");
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
                result.judgements().stream().map(Judgement::property).toList());
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
        check(new Engines() {
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
            public Referee referee() {
                return fakes.referee();
            }
        }, "p");
        assertTrue(ended.get());
    }

    private CheckResult check(Engines engines, String... names) throws InterruptedException {
        Span span = new Span("test.inv", 1, 1, 1);
        List<Property> properties = Stream.of(names)
                .<Property>map(n -> new Property.Invariant(n, new Expr.TruthLiteral(true, span), span))
                .toList();
        CheckListener listener = new CheckListener() {
            @Override
            public void decided(Judgement judgement) {
                decided.add(judgement.property());
            }

            @Override
            public void progress(Progress progress) {}
        };
        CheckPlan plan = new CheckPlan("test.inv", properties, 1, Duration.ofMinutes(1), 50_000, 2);
        return new Check(plan, engines, listener, (where, fault) -> where + ": " + fault.getMessage()).run();
    }

    private static Verdict verdict(CheckResult result, String name) {
        return result.judgements().stream()
                .filter(j -> j.property().equals(name))
                .findFirst()
                .orElseThrow()
                .verdict();
    }
}
