package thymus.ci.report;

/** Renders what a check found, in one format. It decides nothing, and escapes foreign text for its format. */
@FunctionalInterface
public interface Report {
    String render(ReportContent content);
}
