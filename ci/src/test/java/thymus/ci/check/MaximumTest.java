package thymus.ci.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.PropertyVerdict;
import thymus.ci.verdict.ReachedMaximum;
import thymus.ci.verdict.Verdict;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;
import thymus.spec.tree.Type;

/** What is maximized has a lower bound by the fuzzer and an upper bound by the prover. */
class MaximumTest {
    private static PropertyVerdict check(FakeEngines engines, boolean claimed, int provers)
            throws InterruptedException {
        Span span = new Span("test.inv", 1, 1, 1);
        Expr objective = new Expr.IntegerLiteral(BigInteger.TEN, Type.INTEGER, span);
        Property loss = new Property.Invariant(
                "loss",
                new Expr.TruthLiteral(true, span),
                span,
                "maximize",
                Optional.of(new Property.Maximum(objective, claimed)));
        CheckPlan plan = new CheckPlan("test.inv", List.of(loss), 1, Duration.ofMinutes(1), 50_000, provers);
        CheckResult result = new Check(plan, engines, Checks.SILENT, Checks::told).run();
        assertEquals(List.of(), result.faults());
        return result.judgements().getFirst();
    }

    private static ReachedMaximum reached(PropertyVerdict judgement) {
        ReachedMaximum maximum = judgement.reached().orElseThrow();
        assertEquals(BigInteger.TEN, maximum.value());
        return maximum;
    }

    @Test
    void aProvedClaimStandsBesideWhatWasReached() throws InterruptedException {
        PropertyVerdict judgement =
                check(new FakeEngines().proof("loss", Checks.PROVED).climbs("loss", 10), true, 1);
        assertInstanceOf(Verdict.Proved.class, judgement.verdict());
        assertTrue(!reached(judgement).isExact());
    }

    @Test
    void withoutAClaimTheValueThatWasReachedIsProvedToBeTheLargest() throws InterruptedException {
        PropertyVerdict judgement =
                check(new FakeEngines().bound("loss", Checks.PROVED).climbs("loss", 10), false, 1);
        assertInstanceOf(Verdict.Proved.class, judgement.verdict());
        assertTrue(reached(judgement).isExact());
    }

    @Test
    void whatIsNotProvedToBeTheLargestIsTested() throws InterruptedException {
        PropertyVerdict judgement = check(
                new FakeEngines()
                        .bound("loss", Checks.UNDECIDED)
                        .tests("loss", FakeEngines.TESTING)
                        .climbs("loss", 10),
                false,
                1);
        assertEquals(
                "no bound is claimed (write: claim loss <= …;), and that it never exceeds 10 was not proved: no "
                        + "lemma fits",
                assertInstanceOf(Verdict.Tested.class, judgement.verdict()).unproved());
        assertTrue(!reached(judgement).isExact());
    }

    @Test
    void withoutAProverNoBoundIsTried() throws InterruptedException {
        PropertyVerdict judgement =
                check(new FakeEngines().tests("loss", FakeEngines.TESTING).climbs("loss", 10), false, 0);
        assertEquals(
                "no proof was tried",
                assertInstanceOf(Verdict.Tested.class, judgement.verdict()).unproved());
        reached(judgement);
    }

    @Test
    void aCounterexampleSaysMoreThanAValue() throws InterruptedException {
        PropertyVerdict judgement = check(
                new FakeEngines().proof("loss", Checks.UNDECIDED).breaks("loss").climbs("loss", 10), true, 1);
        assertInstanceOf(Verdict.Falsified.class, judgement.verdict());
        assertEquals(Optional.empty(), judgement.reached());
    }
}
