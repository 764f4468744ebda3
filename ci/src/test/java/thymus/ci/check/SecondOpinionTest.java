package thymus.ci.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import thymus.ci.CiException;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.ConfirmedCounterexample;
import thymus.ci.verdict.PropertyVerdict;
import thymus.ci.verdict.Verdict;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;
import thymus.system.crosscheck.CrossCheckResult;
import thymus.system.crosscheck.Difference;

/** What an independent EVM says of a counterexample becomes part of it, or ends the run. */
@Timeout(60)
class SecondOpinionTest {
    private static final String ANVIL = "anvil 1.7.1 (revm)";
    private static final Span SPAN = new Span("test.inv", 1, 1, 1);

    @Test
    void agreementConfirms() throws Exception {
        AtomicInteger closed = new AtomicInteger();
        IndependentEvm evm = new IndependentEvm() {
            @Override
            public CrossCheckResult judge(Path replay) {
                assertEquals(Path.of("p.json"), replay);
                return new CrossCheckResult.Confirmed(ANVIL);
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        ConfirmedCounterexample found = falsified(check(evm));
        assertEquals(List.of(ANVIL), found.confirmedOn());
        assertEquals(Optional.empty(), found.unconfirmed());
        assertEquals(1, closed.get());
    }

    @Test
    void aSecondRunIsNotConfirmed() throws Exception {
        Expr same = new Expr.SameWithout("breaker", SPAN);
        ConfirmedCounterexample found =
                falsified(run(broken(), Optional.of(_ -> new CrossCheckResult.Confirmed(ANVIL)), same));
        assertEquals(List.of(ANVIL + ", but for the second run"), found.confirmedOn());
    }

    @Test
    void aDifferenceIsAContradictionThatNamesTheFirst() {
        Difference difference = new Difference("step 2", "the status", "success", "failure");
        IndependentEvm evm = replay -> new CrossCheckResult.Differs(ANVIL, difference);
        String message =
                assertThrows(CiException.Contradiction.class, () -> check(evm)).getMessage();
        assertTrue(message.contains("step 2: the status is success here and failure there"), message);
        assertTrue(message.contains(ANVIL), message);
    }

    @Test
    void whatCannotBeSaidLeavesTheVerdictAsItIs() throws Exception {
        ConfirmedCounterexample found = falsified(check(IndependentEvm.missing("it is not installed")));
        assertEquals(List.of(), found.confirmedOn());
        assertEquals(Optional.of("it is not installed"), found.unconfirmed());
    }

    @Test
    void aFaultOfTheReplayLeavesTheVerdictAsItIs() throws Exception {
        ConfirmedCounterexample found = falsified(check(replay -> {
            throw new IllegalStateException("oops");
        }));
        assertTrue(found.unconfirmed().orElseThrow().contains("oops"), found::toString);
    }

    @Test
    void nobodyIsAskedWhereNothingIsFalsified() throws Exception {
        FakeEngines engines =
                new FakeEngines().proof("p", new ProofResult.Proved("m", List.of(), List.of(), List.of()));
        run(engines, Optional.of(replay -> fail("asked about " + replay)));
    }

    @Test
    void nobodyIsAskedWhereItIsNotWanted() throws Exception {
        CheckResult result = run(broken(), Optional.empty());
        assertEquals(Optional.empty(), falsified(result).unconfirmed());
    }

    private static CheckResult check(IndependentEvm evm) throws InterruptedException {
        return run(broken(), Optional.of(evm));
    }

    private static FakeEngines broken() {
        return new FakeEngines()
                .proof("p", new ProofResult.Undecided("no lemma fits"))
                .breaks("p");
    }

    private static CheckResult run(FakeEngines engines, Optional<IndependentEvm> evm) throws InterruptedException {
        return run(engines, evm, new Expr.TruthLiteral(true, SPAN));
    }

    private static CheckResult run(FakeEngines engines, Optional<IndependentEvm> evm, Expr condition)
            throws InterruptedException {
        Property property = new Property.Invariant("p", condition, SPAN);
        CheckPlan plan = new CheckPlan("test.inv", List.of(property), 1, Duration.ofSeconds(30), 50_000, 1);
        CheckListener silent = new CheckListener() {
            @Override
            public void decided(PropertyVerdict judgement) {}

            @Override
            public void progress(Progress progress) {}
        };
        return new Check(plan, engines, evm, silent, (where, fault) -> where + ": " + fault).run();
    }

    private static ConfirmedCounterexample falsified(CheckResult result) {
        return ((Verdict.Falsified) result.judgements().getFirst().verdict()).counterexample();
    }
}
