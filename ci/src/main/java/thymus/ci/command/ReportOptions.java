package thymus.ci.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Option;
import thymus.ci.report.ReportFormat;

/** Which reports are written beside what the terminal shows. */
final class ReportOptions {
    /** The text of {@code --help}. */
    static final class Formats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ReportFormat.names().iterator();
        }
    }

    @Option(
            names = "--report",
            paramLabel = "FORMAT=FILE",
            converter = ReportFile.Converter.class,
            completionCandidates = Formats.class,
            description = "Writes a report to a file, as ${COMPLETION-CANDIDATES}; may be repeated.")
    private List<ReportFile> reports = List.of();

    @Option(names = "--json", paramLabel = "FILE", description = "Short for --report json=FILE.")
    private Path json;

    @Option(names = "--junit", paramLabel = "FILE", description = "Short for --report junit=FILE.")
    private Path junit;

    List<ReportFile> files() {
        List<ReportFile> all = new ArrayList<>(reports);
        if (json != null) {
            all.add(new ReportFile(ReportFormat.JSON, json));
        }
        if (junit != null) {
            all.add(new ReportFile(ReportFormat.JUNIT, junit));
        }
        return List.copyOf(all);
    }
}
