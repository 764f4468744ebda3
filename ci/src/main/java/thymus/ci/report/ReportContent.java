package thymus.ci.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thymus.ci.verdict.Basis;
import thymus.ci.verdict.CheckResult;

/**
 * The content of a report.
 *
 * @param checks one for each specification that was checked; one at least unless several were to be
 * @param failed the specifications that could not be checked, in order, with what was said of them
 * @param several whether the check was of several specifications, even if one is left of them
 */
public record ReportContent(List<Part> checks, Map<String, String> failed, boolean several) {
    /** The check of one specification. */
    public record Part(CheckResult result, Basis basis) {}

    public ReportContent {
        checks = List.copyOf(checks);
        failed = Collections.unmodifiableMap(new LinkedHashMap<>(failed));
    }
}
