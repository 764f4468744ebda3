package thymus.ci.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/**
 * The report of a check of several specifications: one {@link JsonReport} for each, described by {@code
 * reports.schema.json}.
 */
public final class JsonReports {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonReports() {}

    /** One report alone if one specification was to be checked. */
    static String render(ReportContent content) {
        List<String> parts = content.checks().stream()
                .map(c -> JsonReport.render(c.result(), c.basis()))
                .toList();
        return content.several() ? render(parts, content.failed()) : parts.getFirst();
    }

    /**
     * @param reports of the specifications that were checked
     * @param failed those that could not be, with what was said of them
     */
    public static String render(List<String> reports, Map<String, String> failed) {
        List<String> errors = new ArrayList<>();
        failed.forEach(
                (file, message) -> errors.add("{\"file\": " + quoted(file) + ", \"error\": " + quoted(message) + "}"));
        return "{\n\"schema\": " + JsonReport.SCHEMA + ",\n\"checks\": ["
                + list(reports.stream().map(String::strip).toList()) + "],\n\"failed\": [" + list(errors) + "]\n}\n";
    }

    private static String list(List<String> parts) {
        return parts.isEmpty() ? "" : "\n" + String.join(",\n", parts) + "\n";
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }
}
