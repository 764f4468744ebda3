package thymus.ci.report;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import thymus.ci.verdict.PropertyVerdict;

/** The report of a terminal, without colours, for a file. */
final class TextReports {
    private TextReports() {}

    static String render(ReportContent content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        for (ReportContent.Part part : content.checks()) {
            part(out, part);
            if (content.several()) {
                out.println();
            }
        }
        content.failed()
                .forEach((file, message) -> out.println(TerminalText.text(file) + ": error: "
                        + String.join(
                                "; ", message.lines().map(TerminalText::text).toList())));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void part(PrintStream out, ReportContent.Part part) {
        TextReport report = new TextReport(
                out,
                false,
                part.result().judgements().stream()
                        .map(PropertyVerdict::property)
                        .toList(),
                part.basis());
        report.begin(
                part.result().file(),
                part.result().seed(),
                part.result().judgements().size());
        part.result().judgements().forEach(report::line);
        report.end(part.result());
    }
}
