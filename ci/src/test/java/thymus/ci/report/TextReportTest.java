package thymus.ci.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.Judgement;

class TextReportTest {
    @Test
    void saysEveryVerdictWithItsEvidence() throws Exception {
        Golden.assertSame("report.txt", render(Samples.everyVerdict(), false));
    }

    @Test
    void foreignTextCannotDriveTheTerminal() {
        String text = render(Samples.hostile(), false);
        assertTrue(text.codePoints().allMatch(c -> c == '\n' || !Character.isISOControl(c)), text);
        assertFalse(text.contains("\u202e"), "a right-to-left override could show another call than was made");
    }

    @Test
    void coloursOnlyWhereAskedFor() {
        assertTrue(render(Samples.everyVerdict(), true).contains("\u001b[31mfalsified\u001b[0m"));
        assertFalse(render(Samples.everyVerdict(), false).contains("\u001b"));
    }

    private static String render(CheckResult result, boolean colour) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        TextReport report = new TextReport(
                out, colour, result.judgements().stream().map(Judgement::property).toList());
        report.begin(result.file(), result.seed(), result.judgements().size(), Optional.empty());
        result.judgements().forEach(report::line);
        report.end(result);
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
