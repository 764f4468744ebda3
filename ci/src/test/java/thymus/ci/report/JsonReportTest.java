package thymus.ci.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import thymus.ci.verdict.CheckResult;
import thymus.harness.fork.ForkPoint;

class JsonReportTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DIGITS = "ab".repeat(32);
    private static final ForkPoint NODE =
            new ForkPoint(1, 21_000_000, 1_728_000_000, DIGITS, ForkPoint.Source.NODE, "https://node.example/***");
    private static final ForkPoint FILE =
            new ForkPoint(31_337, 13, 1_750_000_000, DIGITS, ForkPoint.Source.FILE, "state.json");

    @Test
    void saysEveryVerdict() throws Exception {
        Golden.assertSame("report.json", JsonReport.render(Samples.everyVerdict(), Optional.empty()));
    }

    @Test
    void saysWhichStateAForkBeganWith() throws Exception {
        JsonNode node = report(NODE).get("fork");
        assertEquals(1, node.get("chain_id").asLong());
        assertEquals(21_000_000, node.get("block").asLong());
        assertEquals("0x" + DIGITS, node.get("block_hash").asText());
        assertTrue(node.get("file_digest").isNull());
        assertEquals("https://node.example/***", node.get("source").asText());
        JsonNode file = report(FILE).get("fork");
        assertTrue(file.get("block_hash").isNull());
        assertEquals(DIGITS, file.get("file_digest").asText());
        assertEquals("state.json", file.get("source").asText());
    }

    private static JsonNode report(ForkPoint fork) throws IOException {
        return JSON.readTree(JsonReport.render(Samples.everyVerdict(), Optional.of(fork)));
    }

    @Test
    void followsItsPublishedSchema() throws Exception {
        JsonNode schema = schema();
        for (CheckResult result : List.of(Samples.everyVerdict(), Samples.hostile())) {
            for (Optional<ForkPoint> fork :
                    List.of(Optional.<ForkPoint>empty(), Optional.of(NODE), Optional.of(FILE))) {
                JsonNode report = JSON.readTree(JsonReport.render(result, fork));
                assertEquals(List.of(), new SchemaCheck().check(schema, report));
            }
        }
    }

    @Test
    void aReportThatLeavesTheSchemaIsNoticed() throws Exception {
        JsonNode schema = schema();
        String wrong = JsonReport.render(Samples.everyVerdict(), Optional.empty())
                .replace("\"verdict\" : \"tested\"", "\"verdict\" : \"fine\"");
        assertEquals(1, new SchemaCheck().check(schema, JSON.readTree(wrong)).size());
    }

    private static JsonNode schema() throws IOException {
        try (InputStream in = JsonReport.class.getResourceAsStream("report.schema.json")) {
            return JSON.readTree(in);
        }
    }
}
