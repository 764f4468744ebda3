package thymus.ci.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import thymus.ci.CiException;
import thymus.ci.report.ReportContent;
import thymus.ci.report.ReportFormat;
import thymus.ci.verdict.Basis;
import thymus.ci.verdict.CheckResult;

/** The content of the reports in files, and their paths. An interrupt writes them from a thread of its own. */
final class Reports {
    private final List<Place> places;
    private final boolean several;
    private final List<ReportContent.Part> checks = new ArrayList<>();
    private final Map<String, String> failed = new LinkedHashMap<>();
    /** The specifications without a result so far: a report of a check that is stopped names them. */
    private final Set<String> open = new LinkedHashSet<>();

    private record Place(ReportFormat format, OutputFile file) {}

    /**
     * @param inputs files that are read, and that no report may replace
     * @param several whether more than one specification is checked, so that the JSON report has more than one part
     * @throws CiException.WrongInput if a report cannot be written, before the check has begun
     */
    Reports(List<ReportFile> wanted, Collection<Path> inputs, boolean several) {
        refuseSharedPlaces(wanted, inputs);
        this.places = wanted.stream()
                .map(r -> new Place(r.format(), OutputFile.prepare(r.path())))
                .toList();
        this.several = several;
        inputs.forEach(input -> open.add(input.toString()));
    }

    private static void refuseSharedPlaces(List<ReportFile> wanted, Collection<Path> inputs) {
        Set<Path> read = new HashSet<>();
        inputs.forEach(input -> read.add(location(input)));
        Set<Path> taken = new HashSet<>();
        for (ReportFile report : wanted) {
            Path place = location(report.path());
            if (read.contains(place)) {
                throw new CiException.WrongInput(
                        report.path() + " is the specification; name another file for the report");
            }
            if (!taken.add(place)) {
                throw new CiException.WrongInput(
                        "two reports would be written to " + report.path() + "; give each report a file of its own");
            }
        }
    }

    /** The same for all names of one file, as far as it or its folder exists. */
    private static Path location(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            if (Files.exists(absolute)) {
                return absolute.toRealPath();
            }
            Path folder = absolute.getParent();
            return folder != null && Files.exists(folder)
                    ? folder.toRealPath().resolve(absolute.getFileName())
                    : absolute;
        } catch (IOException e) {
            return absolute; // what is wrong with it is said when its place is prepared
        }
    }

    synchronized void add(CheckResult result, Basis basis) {
        open.remove(result.file());
        checks.add(new ReportContent.Part(result, basis));
    }

    /** A specification that could not be checked. */
    synchronized void failed(Path file, String message) {
        open.remove(file.toString());
        failed.put(file.toString(), message);
    }

    /** A specification that has none of the chosen properties. */
    synchronized void leftOut(Path file) {
        open.remove(file.toString());
    }

    synchronized List<CheckResult> results() {
        return checks.stream().map(ReportContent.Part::result).toList();
    }

    synchronized int failures() {
        return failed.size();
    }

    /** A specification that could not be checked has no report. */
    synchronized void write() {
        if (!several && checks.isEmpty()) {
            return;
        }
        Map<String, String> unchecked = new LinkedHashMap<>(failed);
        open.forEach(file -> unchecked.put(file, "not checked: the check was stopped before"));
        ReportContent content = new ReportContent(checks, several ? unchecked : failed, several);
        places.forEach(place -> place.file().write(place.format().report().render(content)));
    }
}
