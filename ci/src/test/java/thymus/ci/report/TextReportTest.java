package thymus.ci.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import thymus.ci.verdict.Basis;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.ConfirmedCounterexample;
import thymus.ci.verdict.PropertyVerdict;
import thymus.ci.verdict.RenderedStep;
import thymus.ci.verdict.StandingAssumption;
import thymus.ci.verdict.Verdict;
import thymus.spec.Expectation;
import thymus.spec.text.Span;
import thymus.system.execution.Entry;

class TextReportTest {
    @Test
    void saysEveryVerdictWithItsEvidence() throws Exception {
        Golden.assertSame("report.txt", render(Samples.everyVerdict(), Samples.basis(), false));
    }

    @Test
    void saysWhichVerdictsAreNotThoseThatTheFileExpects() {
        CheckResult result = expecting();
        String text = render(result, Samples.basis(), false);
        assertTrue(text.contains("Not as expected: rule p is proved, and f.inv:3:1 expects falsified in 2\n"), text);
        assertTrue(text.contains("1 falsified, 1 proved, 1 as expected, 1 not as expected; "), text);
        assertTrue(text.contains(", as expected  ["), text);
        String junit = new JunitReport(result, Samples.basis()).render();
        assertTrue(junit.contains("failures=\"1\" errors=\"0\" skipped=\"0\""), junit);
        assertTrue(junit.contains("but the file expects falsified in 2"), junit);
    }

    private static CheckResult expecting() {
        Verdict proved = new Verdict.Proved("m", List.of(), List.of(), List.of());
        Verdict broken = new Verdict.Falsified(new ConfirmedCounterexample(
                ConfirmedCounterexample.Origin.FUZZER, List.of(), "broken", Path.of("p.json")));
        Span span = new Span("f.inv", 3, 1, 6);
        List<PropertyVerdict> judgements = List.of(
                new PropertyVerdict("p", "rule", proved, Duration.ZERO)
                        .expecting(
                                Optional.of(new Expectation(Expectation.Outcome.FALSIFIED, OptionalInt.of(2), span))),
                new PropertyVerdict("q", "rule", broken, Duration.ZERO)
                        .expecting(Optional.of(
                                new Expectation(Expectation.Outcome.FALSIFIED, OptionalInt.empty(), span))));
        return new CheckResult("f.inv", 1, 0, judgements, List.of(), List.of(), Duration.ZERO);
    }

    @Test
    void foreignTextCannotDriveTheTerminal() {
        String text = render(Samples.hostile(), Samples.hostileBasis(), false);
        assertTrue(text.codePoints().allMatch(c -> c == '\n' || !Character.isISOControl(c)), text);
        assertFalse(text.contains("\u202e"), "a right-to-left override could show another call than was made");
    }

    @Test
    void whatEveryVerdictRestsOnIsSaidOnceAndNeverThatNothingIsAssumed() {
        String text = render(Samples.everyVerdict(), Samples.basis(), false);
        for (StandingAssumption assumption : StandingAssumption.values()) {
            assertEquals(2, text.split(Pattern.quote(assumption.sentence()), -1).length, assumption::sentence);
        }
        assertTrue(text.contains("\n  none beside the standing ones  (level, loss)\n"), text);
    }

    @Test
    void whatStandsManyTimesInARowIsShownOnce() {
        List<RenderedStep> steps = new ArrayList<>();
        steps.add(new RenderedStep("at once", "alice", "box.open()", "", List.of()));
        for (int i = 0; i < 101; i++) {
            steps.add(new RenderedStep(
                    "at once", "bob", "box.drop()", "", List.of("box.level: " + i + " -> " + (i + 1))));
        }
        for (int i = 0; i < 1_000; i++) {
            steps.add(new RenderedStep("at once", "bob", "box.fill()", "", List.of()));
            steps.add(new RenderedStep("1 hour later", "bob", "box.take()", "fails: no", List.of()));
        }
        steps.add(new RenderedStep("at once", "alice", "box.close()", "", List.of()));
        String text = CounterexampleText.of(new ConfirmedCounterexample(
                ConfirmedCounterexample.Origin.FUZZER,
                steps,
                "box.level() < 101 is false: 101 < 101",
                Path.of("level.json")));
        assertEquals("""
                  1. at once  alice  box.open()
                  2 to 102. 101 times the same; the last:
                  102. at once  bob  box.drop()
                       box.level: 100 -> 101
                  103 to 2102. 1,000 times the same two; the last:
                  2101. at once  bob  box.fill()
                  2102. 1 hour later  bob  box.take()  fails: no
                  2103. at once  alice  box.close()
                  box.level() < 101 is false: 101 < 101
                """, text.substring(0, text.indexOf("  replay:")).indent(0));
    }

    @Test
    void severalCallsOfAContractStandUnderTheirTransaction() {
        String contract = "0x0000000000000000000000000000000000020001";
        ConfirmedCounterexample found = new ConfirmedCounterexample(
                ConfirmedCounterexample.Origin.FUZZER,
                List.of(
                        new RenderedStep("at once", "alice", "box.fill()", "", List.of("box.level: 0 -> 1")),
                        new RenderedStep(Entry.BY_CONTRACT, "at once", contract, "box.open()", "", List.of()),
                        new RenderedStep(
                                Entry.SAME_TRANSACTION, "at once", contract, "box.drop()", "fails: no", List.of()),
                        new RenderedStep(
                                Entry.SAME_TRANSACTION,
                                "at once",
                                contract,
                                "box.take()",
                                "",
                                List.of("box.level: 1 -> 0")),
                        new RenderedStep(Entry.BY_CONTRACT, "1 day later", contract, "box.take()", "", List.of())),
                "box.level() > 0 is false: 0 > 0",
                Path.of("level.json"));
        assertEquals(3, found.transactions());
        assertEquals("by 5 calls in 3 transactions", VerdictWords.detail(new Verdict.Falsified(found)));
        assertEquals("""
                1. at once  alice  box.fill()
                     box.level: 0 -> 1
                2 to 4. at once  0x0000000000000000000000000000000000020001  in one transaction of a contract:
                   2. box.open()
                   3. box.drop()  fails: no
                   4. box.take()
                        box.level: 1 -> 0
                5. 1 day later  0x0000000000000000000000000000000000020001, a contract  box.take()
                box.level() > 0 is false: 0 > 0
                replay: ./thymus replay level.json
                """.indent(2), CounterexampleText.of(found));
    }

    @Test
    void coloursOnlyWhereAskedFor() {
        assertTrue(render(Samples.everyVerdict(), Samples.basis(), true).contains("\u001b[31mfalsified\u001b[0m"));
        assertFalse(render(Samples.everyVerdict(), Samples.basis(), false).contains("\u001b"));
    }

    private static String render(CheckResult result, Basis basis, boolean colour) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        TextReport report = new TextReport(
                out,
                colour,
                result.judgements().stream().map(PropertyVerdict::property).toList(),
                basis);
        report.begin(result.file(), result.seed(), result.judgements().size());
        result.judgements().forEach(report::line);
        report.end(result);
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
