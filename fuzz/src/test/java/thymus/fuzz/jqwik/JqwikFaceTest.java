package thymus.fuzz.jqwik;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import thymus.fuzz.FuzzException;
import thymus.fuzz.fake.FakeBank;
import thymus.fuzz.sequence.SequenceSystem;
import thymus.fuzz.sequence.StepSequence;

@Tag("integration")
class JqwikFaceTest {
    private static final String EXPECTED = String.join(
            System.lineSeparator(),
            "1. alice calls bank.deposit(x0: 10_000e18)",
            "2. 3,600 s later, alice calls bank.withdraw(x0: 10_000e18)");

    /** Runs one property as a build would and collects what jqwik says of it. */
    private static final class Report implements TestExecutionListener {
        private final StringBuilder text = new StringBuilder();
        private TestExecutionResult.Status status = TestExecutionResult.Status.SUCCESSFUL;

        static Report of(Class<?> properties, String method) {
            Report report = new Report();
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectMethod(properties, method, StepSequence.class))
                    .build();
            Launcher launcher = LauncherFactory.create();
            launcher.execute(request, report);
            return report;
        }

        @Override
        public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
            text.append(entry.getKeyValuePairs());
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                status = result.getStatus();
                result.getThrowable().ifPresent(text::append);
            }
        }
    }

    @Test
    void aTruePropertyPasses() {
        assertEquals(TestExecutionResult.Status.SUCCESSFUL, Report.of(FakeBankProperties.class, "holds").status);
    }

    @Test
    void theReportOfAFalsePropertyShowsTheShrunkSequence() {
        Report report = Report.of(FakeBankProperties.class, "late");
        assertEquals(TestExecutionResult.Status.FAILED, report.status);
        EXPECTED.lines().forEach(line -> assertTrue(report.text.toString().contains(line), report.text::toString));
    }

    @Test
    void theReportOfABrokenContractShowsTheShrunkSequence() {
        Report report = Report.of(BrokenVaultProperties.class, "quarantined");
        assertEquals(TestExecutionResult.Status.FAILED, report.status);
        String shown = report.text.toString();
        // Alice and Bob own more than can leave at once, so it is another who is quarantined and leaves.
        assertTrue(
                Pattern.compile("1\\. guardian calls vault\\.quarantine\\(user: (\\w+)\\)\\s+2\\. \\1 calls "
                                + "vault\\.exit\\(\\)")
                        .matcher(shown)
                        .find(),
                shown);
        assertTrue(!shown.contains("3. "), shown);
    }

    @Test
    void aTestOfItsOwnJudgementLosesTheStepsItDoesNotNeed() {
        Report report = Report.of(FakeBankProperties.class, "ownJudgement");
        assertEquals(TestExecutionResult.Status.FAILED, report.status);
        assertTrue(report.text.toString().contains("calls bank.open()"), report.text::toString);
        assertTrue(!report.text.toString().contains("2. "), report.text::toString);
    }

    @Test
    void oneCandidateIsEnoughForJqwik() {
        RandomGenerator<StepSequence> generator = Sequences.of(
                        SequenceSystem.of(FakeBank.testbed(1), a -> a.toString(16)))
                .generator(1_000);
        Random random = new Random(1);
        Shrinkable<StepSequence> failing = generator.next(random);
        while (failing.value().holds("late")) {
            failing = generator.next(random);
        }
        List<Shrinkable<StepSequence>> candidates = failing.shrink().toList();
        assertEquals(1, candidates.size());
        assertEquals(EXPECTED, candidates.getFirst().value().toString());
        assertTrue(candidates.getFirst().distance().compareTo(failing.distance()) < 0);
    }

    @Test
    void aMisspeltPropertyIsNamed() {
        StepSequence sequence = Sequences.of(SequenceSystem.of(FakeBank.testbed(1), a -> ""))
                .generator(1)
                .next(new Random(1))
                .value();
        String message =
                assertThrows(FuzzException.class, () -> sequence.holds("lat")).getMessage();
        assertEquals("the specification has no property lat, but late, opened, undefined, true", message);
    }
}
