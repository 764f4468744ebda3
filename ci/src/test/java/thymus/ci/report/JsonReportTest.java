package thymus.ci.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void saysEveryVerdict() throws Exception {
        Golden.assertSame("report.json", JsonReport.render(Samples.everyVerdict()));
    }

    @Test
    void followsItsPublishedSchema() throws Exception {
        JsonNode schema = schema();
        for (String report : List.of(JsonReport.render(Samples.everyVerdict()), JsonReport.render(Samples.hostile()))) {
            assertEquals(List.of(), new SchemaCheck().check(schema, JSON.readTree(report)));
        }
    }

    @Test
    void aReportThatLeavesTheSchemaIsNoticed() throws Exception {
        JsonNode schema = schema();
        String wrong = JsonReport.render(Samples.everyVerdict())
                .replace("\"verdict\" : \"tested\"", "\"verdict\" : \"fine\"");
        assertEquals(1, new SchemaCheck().check(schema, JSON.readTree(wrong)).size());
    }

    private static JsonNode schema() throws IOException {
        try (InputStream in = JsonReport.class.getResourceAsStream("report.schema.json")) {
            return JSON.readTree(in);
        }
    }
}
