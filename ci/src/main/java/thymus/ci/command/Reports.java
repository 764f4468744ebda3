package thymus.ci.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.ci.report.JsonReport;
import thymus.ci.report.JsonReports;
import thymus.ci.report.JunitReport;
import thymus.ci.verdict.Basis;
import thymus.ci.verdict.CheckResult;

/** What the reports for machines are to say, and where they go. An interrupt writes them from a thread of its own. */
final class Reports {
    private final Optional<OutputFile> json;
    private final Optional<OutputFile> junit;
    private final boolean several;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, String> failed = new LinkedHashMap<>();

    private record Entry(CheckResult result, Basis basis) {}

    /** @param several whether more than one specification is checked, so that the JSON report has more than one part */
    Reports(Optional<Path> json, Optional<Path> junit, boolean several) {
        this.json = json.map(OutputFile::prepare);
        this.junit = junit.map(OutputFile::prepare);
        this.several = several;
    }

    synchronized void add(CheckResult result, Basis basis) {
        entries.add(new Entry(result, basis));
    }

    /** A specification that could not be checked. */
    synchronized void failed(Path file, String message) {
        failed.put(file.toString(), message);
    }

    synchronized List<CheckResult> results() {
        return entries.stream().map(Entry::result).toList();
    }

    synchronized int failures() {
        return failed.size();
    }

    /** Of one specification that could not be checked there is no report. */
    synchronized void write() {
        if (!several && entries.isEmpty()) {
            return;
        }
        List<String> parts = entries.stream().map(e -> JsonReport.render(e.result(), e.basis())).toList();
        json.ifPresent(file -> file.write(several ? JsonReports.render(parts, failed) : parts.getFirst()));
        junit.ifPresent(file -> file.write(JunitReport.render(
                entries.stream().map(e -> new JunitReport(e.result(), e.basis())).toList(), failed)));
    }
}
