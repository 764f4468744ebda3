package thymus.ci.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportFormatTest {
    private static final ReportContent ONE = new ReportContent(
            List.of(new ReportContent.Part(Samples.everyVerdict(), Samples.basis())), Map.of(), false);
    private static final ReportContent SEVERAL = new ReportContent(
            List.of(
                    new ReportContent.Part(Samples.everyVerdict(), Samples.basis()),
                    new ReportContent.Part(Samples.hostile(), Samples.hostileBasis())),
            Map.of("other.inv", "other.inv:1:1: this is\nwrong\u001b[2J"),
            true);

    private static String render(String format, ReportContent content) {
        return ReportFormat.named(format).orElseThrow().report().render(content).replace(System.lineSeparator(), "\n");
    }

    @Test
    void eachFormatOfOneCheckIsTheGoldenOne() throws Exception {
        Golden.assertSame("report.txt", render("text", ONE));
        Golden.assertSame("report.json", render("json", ONE));
        Golden.assertSame("report.junit.xml", render("junit", ONE));
        assertEquals(List.of("text", "json", "junit"), ReportFormat.names());
    }

    @Test
    void aTextOfSeveralHasOneAfterTheOtherAndWhatCouldNotBeChecked() {
        String text = render("text", SEVERAL);
        assertTrue(text.startsWith(render("text", ONE) + "\n"), text);
        assertTrue(text.endsWith("\nother.inv: error: other.inv:1:1: this is; wrong\\u{1b}[2J\n"), text);
        assertTrue(text.codePoints().allMatch(c -> c == '\n' || !Character.isISOControl(c)), text);
    }

    @Test
    void everyFormatTellsWhatCouldNotBeChecked() {
        for (String format : ReportFormat.names()) {
            assertTrue(render(format, SEVERAL).contains("other.inv"), format);
            assertFalse(render(format, SEVERAL).contains("\u001b"), format);
        }
    }
}
