package thymus.ci.report;

import java.util.List;
import java.util.Optional;

/**
 * A format that a report can have.
 *
 * @param name by which it is chosen
 */
public record ReportFormat(String name, Report report) {
    public static final ReportFormat JSON = new ReportFormat("json", JsonReports::render);
    public static final ReportFormat JUNIT = new ReportFormat("junit", JunitReport::render);

    /** All formats. A new one is a class beside theirs, and an entry here. */
    private static final List<ReportFormat> ALL = List.of(new ReportFormat("text", TextReports::render), JSON, JUNIT);

    public static Optional<ReportFormat> named(String name) {
        return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
    }

    public static List<String> names() {
        return ALL.stream().map(ReportFormat::name).toList();
    }
}
