package thymus.ci.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import thymus.ci.CiException;
import thymus.ci.verdict.ConfirmedCounterexample;
import thymus.ci.verdict.RenderedStep;
import thymus.ci.verdict.Testing;
import thymus.ci.verdict.Verdict;
import thymus.spec.CalleeBehaviour;

class VerdictStateTest {
    private static final ProofResult PROVED = new ProofResult.Proved("induction", List.of(), List.of(), List.of());

    private final VerdictState ruling = new VerdictState("p");

    @Test
    void aCandidateWaitsForTheScreening() {
        ruling.proof(new ProofResult.Candidate(List.of()), Optional.of(broken(ConfirmedCounterexample.Origin.PROVER)));
        assertEquals(Optional.empty(), ruling.verdict());
        ruling.screened();
        assertInstanceOf(Verdict.Falsified.class, ruling.verdict().orElseThrow());
    }

    @Test
    void aVerdictStandsWhateverComesLater() {
        ruling.broken(broken(ConfirmedCounterexample.Origin.FUZZER));
        Verdict first = ruling.verdict().orElseThrow();
        ruling.proof(new ProofResult.Candidate(List.of()), Optional.of(broken(ConfirmedCounterexample.Origin.PROVER)));
        ruling.failed(new Verdict.Erroneous("a view reverts"));
        ruling.finished(Optional.of(FakeEngines.TESTING));
        assertEquals(first, ruling.verdict().orElseThrow());
    }

    /** The state in which a view fails may be one that nobody meant, and the next one break the property. */
    @Test
    void anErrorAfterTransactionsWaitsForACounterexample() {
        ruling.failed(unreadable());
        assertEquals(Optional.empty(), ruling.verdict());
        assertTrue(ruling.wantsFuzzing());
        ruling.broken(broken(ConfirmedCounterexample.Origin.FUZZER));
        assertInstanceOf(Verdict.Falsified.class, ruling.verdict().orElseThrow());
    }

    /** What a condition speaks of is not known where it has no truth value. */
    @Test
    void anErrorSaysMoreThanThatNothingIsSpokenOf() {
        ruling.failed(unreadable());
        ruling.proof(new ProofResult.Vacuous("ok(withdraw)", List.of()), Optional.empty());
        assertEquals(Optional.empty(), ruling.verdict());
        ruling.finished(Optional.of(Testing.NONE));
        assertEquals(unreadable(), ruling.verdict().orElseThrow());
    }

    @Test
    void anErrorIsSaidWhenTheFuzzerEndsWithoutACounterexample() {
        ruling.failed(unreadable());
        ruling.finished(Optional.of(FakeEngines.TESTING));
        assertEquals(unreadable(), ruling.verdict().orElseThrow());
    }

    /** No transaction can mend it, so that there is nothing to wait for. */
    @Test
    void anErrorAfterSetupIsSaidAtOnce() {
        ruling.failed(new Verdict.Erroneous("a view reverts"));
        assertInstanceOf(Verdict.Erroneous.class, ruling.verdict().orElseThrow());
    }

    private static Verdict.Erroneous unreadable() {
        var sequence = new ConfirmedCounterexample(
                ConfirmedCounterexample.Origin.FUZZER,
                List.of(new RenderedStep("at once", "alice", "vault.upgrade()", "", List.of())),
                "a view reverts",
                Path.of("p.json"));
        return new Verdict.Erroneous("a view reverts", Optional.empty(), Optional.of(sequence));
    }

    @Test
    void aProofAfterAFindingIsAContradictionToo() {
        ruling.broken(broken(ConfirmedCounterexample.Origin.FUZZER));
        assertThrows(CiException.Contradiction.class, () -> ruling.proof(PROVED, Optional.empty()));
    }

    @Test
    void aProofAndAFailedEvaluationContradictEachOther() {
        ruling.proof(PROVED, Optional.empty());
        assertThrows(CiException.Contradiction.class, () -> ruling.failed(new Verdict.Erroneous("a view reverts")));
    }

    @Test
    void aProvedPropertyIsFuzzedUntilItIsScreened() {
        ruling.proof(PROVED, Optional.empty());
        assertTrue(ruling.wantsFuzzing());
        ruling.screened();
        assertFalse(ruling.wantsFuzzing());
    }

    @Test
    void whenTheTimeIsUsedUpWhatTheFuzzerDidStillCounts() {
        ruling.finished(Optional.of(FakeEngines.TESTING));
        assertEquals(Optional.empty(), ruling.verdict());
        ruling.timeOut(Optional.empty());
        assertInstanceOf(Verdict.Tested.class, ruling.verdict().orElseThrow());
    }

    /** Its end was not heard of: it may be shrinking. */
    @Test
    void whenTheTimeIsUsedUpWhatAFuzzerThatIsStillAtWorkHadDoneCounts() {
        ruling.timeOut(Optional.of(FakeEngines.TESTING));
        var tested = assertInstanceOf(Verdict.Tested.class, ruling.verdict().orElseThrow());
        assertEquals(FakeEngines.TESTING, tested.testing());
    }

    @Test
    void aFaultLeavesAPropertyUnknownWithWhatWasTriedAndNotTested() {
        ruling.proof(new ProofResult.Crashed("Thymus failed while proving p"), Optional.empty());
        ruling.finished(Optional.of(FakeEngines.TESTING));
        assertEquals(
                new Verdict.Unknown(
                        "Thymus failed while proving p; the fuzzer judged it 7 times and did not break it", true),
                ruling.verdict().orElseThrow());
    }

    @Test
    void aProofStandsWhereTheFuzzerWentWrongWithTheProperty() {
        ruling.faulty("Thymus failed while fuzzing p");
        ruling.proof(PROVED, Optional.empty());
        assertInstanceOf(Verdict.Proved.class, ruling.verdict().orElseThrow());
    }

    @Test
    void whenTheTimeIsUsedUpACandidateCounts() {
        ruling.proof(new ProofResult.Candidate(List.of()), Optional.of(broken(ConfirmedCounterexample.Origin.PROVER)));
        ruling.timeOut(Optional.empty());
        assertInstanceOf(Verdict.Falsified.class, ruling.verdict().orElseThrow());
    }

    /** What setup deploys in place of a callee may not behave as the file assumes. */
    @Test
    void aProofThatAssumesHowACalleeBehavesWaitsForTheFirstTransactions() {
        ruling.proof(provedOfCallees(), Optional.empty());
        assertEquals(Optional.empty(), ruling.verdict());
        ruling.broken(broken(ConfirmedCounterexample.Origin.FUZZER));
        assertInstanceOf(Verdict.Falsified.class, ruling.verdict().orElseThrow());
    }

    @Test
    void aCalleeThatDoesNotBehaveAsAssumedIsTheFilesMistake() {
        ruling.proof(provedOfCallees(), Optional.empty());
        ruling.screened();
        assertInstanceOf(Verdict.Proved.class, ruling.verdict().orElseThrow());
        ConfirmedCounterexample broken = broken(ConfirmedCounterexample.Origin.FUZZER);
        assertThrows(CiException.WrongInput.class, () -> ruling.broken(broken));
    }

    /** What never happens with callees that behave as assumed may happen with those that setup deploys. */
    @Test
    void whatIsVacuousOfCalleesMayHappenWithThoseOfSetup() {
        ruling.proof(vacuousOfCallees(), Optional.empty());
        assertEquals(Optional.empty(), ruling.verdict());
        ruling.finished(Optional.of(FakeEngines.TESTING));
        Verdict.Tested tested =
                assertInstanceOf(Verdict.Tested.class, ruling.verdict().orElseThrow());
        assertTrue(tested.unproved().contains("setup deploys does not behave so"), tested::toString);
    }

    @Test
    void aCalleeThatBreaksAVacuityThatIsSaidIsTheFilesMistake() {
        ruling.proof(vacuousOfCallees(), Optional.empty());
        ruling.screened();
        assertInstanceOf(Verdict.Vacuous.class, ruling.verdict().orElseThrow());
        Optional<Testing> tested = Optional.of(FakeEngines.TESTING);
        assertThrows(CiException.WrongInput.class, () -> ruling.finished(tested));
    }

    private static ProofResult vacuousOfCallees() {
        return new ProofResult.Vacuous("ok(f)", List.of(CalleeBehaviour.ERC20.assumption("token")));
    }

    private static ProofResult provedOfCallees() {
        return new ProofResult.Proved(
                "induction", List.of(), List.of(CalleeBehaviour.ERC20.assumption("token")), List.of());
    }

    private static ConfirmedCounterexample broken(ConfirmedCounterexample.Origin origin) {
        return new ConfirmedCounterexample(origin, List.of(), "broken", Path.of("p.json"));
    }
}
