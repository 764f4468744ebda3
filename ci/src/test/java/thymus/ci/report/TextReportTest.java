package thymus.ci.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import thymus.ci.verdict.Basis;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.Judgement;
import thymus.ci.verdict.StandingAssumption;

class TextReportTest {
    @Test
    void saysEveryVerdictWithItsEvidence() throws Exception {
        Golden.assertSame("report.txt", render(Samples.everyVerdict(), Samples.basis(), false));
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
        assertTrue(text.contains("\n  none beside the standing ones  (level)\n"), text);
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
                out, colour, result.judgements().stream().map(Judgement::property).toList(), basis);
        report.begin(result.file(), result.seed(), result.judgements().size());
        result.judgements().forEach(report::line);
        report.end(result);
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
