package thymus.ci.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import thymus.ci.CiException;
import thymus.ci.ExitCode;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.Counterexample;
import thymus.ci.verdict.Judgement;
import thymus.ci.verdict.Requirement;
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
        assertEquals(Counterexample.Origin.FUZZER, falsified.counterexample().origin());
        assertEquals(ExitCode.FALSIFIED, result.exitCode(Optional.empty()));
    }

    @Test
    void aFindingThatDoesNotReplayIsAFaultOfThymusAndNoVerdictOnTheContract() throws Exception {
        CheckResult result =
                check(new FakeEngines().proof("p", UNDECIDED).breaks("p").replayDisagrees(), "p");
        assertTrue(assertInstanceOf(Verdict.Unknown.class, verdict(result, "p")).fault());
        assertEquals(ExitCode.INTERNAL, result.exitCode(Optional.empty()));
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
        assertTrue(assertInstanceOf(Verdict.Unknown.class, verdict(result, "deep")).fault());
        assertTrue(assertInstanceOf(Verdict.Unknown.class, verdict(result, "large")).fault());
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
        assertEquals(
                new Verdict.Unknown("fuzzing odd: odd; the fuzzer never judged it", true), verdict(result, "odd"));
        assertInstanceOf(Verdict.Tested.class, verdict(result, "even"));
        assertEquals(ExitCode.OK, result.exitCode(Optional.empty()));
    }

    @Test
    void anErrorThatDoesNotReplayIsAContradictionOfThymus() throws Exception {
        FakeEngines engines =
                new FakeEngines().proof("p", UNDECIDED).fails("p", "division by zero").replayDisagrees();
        CheckResult result = check(engines, "p");
        assertTrue(assertInstanceOf(Verdict.Unknown.class, verdict(result, "p")).fault());
        assertEquals(ExitCode.INTERNAL, result.exitCode(Optional.empty()));
    }

    /** The fuzzer is in the middle of something when the time ends, and never says that it has ended. */
    @Test
    void aTimeOutKeepsWhatTheFuzzerHadDone() throws Exception {
        CountDownLatch tried = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        FakeEngines fakes = new FakeEngines().proof("p", UNDECIDED);
        Engines busy = new Engines() {
            @Override
            public PropertyProver prover() {
                return fakes.prover();
            }

            @Override
            public Fuzzer fuzzer() {
                return observer -> {
                    observer.tried(4_321, Map.of("p", FakeEngines.TESTING));
                    tried.countDown();
                    FakeEngines.await(never);
                    throw new IllegalStateException("nobody waits for this");
                };
            }

            @Override
            public Referee referee() {
                return fakes.referee();
            }
        };
        LongSupplier clock = () -> tried.getCount() == 0 ? Duration.ofHours(1).toNanos() : 0;
        CheckPlan plan = plan("p");
        CheckResult result =
                new Check(plan, busy, Optional.empty(), listener(), CheckTest::told, clock).run();
        assertEquals(FakeEngines.TESTING, assertInstanceOf(Verdict.Tested.class, verdict(result, "p")).testing());
        assertEquals(4_321, result.transactions());
    }

    @Test
    void whatIsDecidedIsProvedOrFalsified() {
        assertEquals(ExitCode.OK, exit(Requirement.DECIDED, new Verdict.Proved("m", List.of(), List.of(), List.of())));
        Testing tried = FakeEngines.TESTING;
        for (Verdict verdict : List.of(
                new Verdict.Vacuous("ok(f)"), new Verdict.Unknown("too hard"), new Verdict.Tested(tried, "too hard"),
                new Verdict.ProvedToDepth(4, "too hard", List.of(), tried))) {
            assertEquals(ExitCode.REQUIREMENT, exit(Requirement.DECIDED, verdict), verdict::word);
            assertEquals(ExitCode.REQUIREMENT, exit(Requirement.PROVED, verdict), verdict::word);
        }
        Verdict falsified = new Verdict.Falsified(new Counterexample(
                Counterexample.Origin.FUZZER, List.of(), "broken", Path.of("p.json")));
        assertEquals(ExitCode.FALSIFIED, exit(Requirement.DECIDED, falsified));
    }

    private static ExitCode exit(Requirement requirement, Verdict verdict) {
        Judgement judgement = new Judgement("p", "rule", verdict, Duration.ZERO);
        return new CheckResult("f.inv", 1, 0, List.of(judgement), List.of(), List.of(), Duration.ZERO)
                .exitCode(Optional.of(requirement));
    }

    @Test
    void aFuzzerThatFallsOverLeavesTheProofs() throws Exception {
        FakeEngines engines = new FakeEngines()
                .proof("proved", PROVED)
                .proof("open", UNDECIDED)
                .fuzzerThrows(new IllegalStateException("out of luck"));
        CheckResult result = check(engines, "proved", "open");
        assertInstanceOf(Verdict.Proved.class, verdict(result, "proved"));
        assertTrue(assertInstanceOf(Verdict.Unknown.class, verdict(result, "open")).fault());
        assertEquals(1, result.faults().size());
        assertEquals(ExitCode.INTERNAL, result.exitCode(Optional.empty()), "the proofs were not held against the fuzzer");
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
        return new Check(plan(names), engines, listener(), CheckTest::told).run();
    }

    private static CheckPlan plan(String... names) {
        Span span = new Span("test.inv", 1, 1, 1);
        List<Property> properties = Stream.of(names)
                .<Property>map(n -> new Property.Invariant(n, new Expr.TruthLiteral(true, span), span))
                .toList();
        return new CheckPlan("test.inv", properties, 1, Duration.ofMinutes(1), 50_000, 2);
    }

    private static String told(String where, Throwable fault) {
        return where + ": " + fault.getMessage();
    }

    private CheckListener listener() {
        return new CheckListener() {
            @Override
            public void decided(Judgement judgement) {
                decided.add(judgement.property());
            }

            @Override
            public void progress(Progress progress) {}
        };
    }

    private static Verdict verdict(CheckResult result, String name) {
        return result.judgements().stream()
                .filter(j -> j.property().equals(name))
                .findFirst()
                .orElseThrow()
                .verdict();
    }
}
