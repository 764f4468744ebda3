package thymus.ci.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.ci.report.ReportFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ReportsTest {
    @TempDir
    private Path folder;

    /**
     * An interrupt writes the reports in the middle of a check: what has no result must not look as if it were not
     * meant.
     */
    @Test
    void aSpecificationWithoutAResultIsNamed() {
        List<Path> files = List.of(folder.resolve("a.inv"), folder.resolve("b.inv"), folder.resolve("c.inv"));
        Path json = folder.resolve("report.json");
        ReportFormat format = ReportFormat.named("json").orElseThrow();
        Reports reports = new Reports(List.of(new ReportFile(format, json)), files, true);
        reports.failed(files.get(0), "wrong");
        reports.leftOut(files.get(1));
        reports.write();
        JsonNode failed = new ObjectMapper().readTree(json.toFile()).get("failed");
        assertEquals(
                List.of(files.get(0) + ": wrong", files.get(2) + ": not checked: the check was stopped before"),
                StreamSupport.stream(failed.spliterator(), false)
                        .map(f ->
                                f.get("file").asString() + ": " + f.get("error").asString())
                        .toList());
    }
}
