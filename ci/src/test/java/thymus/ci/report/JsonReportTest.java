package thymus.ci.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import thymus.ci.verdict.Basis;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.Requirement;
import thymus.ci.verdict.StandingAssumption;
import thymus.fork.state.ForkPoint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class JsonReportTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DIGITS = "ab".repeat(32);
    private static final ForkPoint NODE =
            new ForkPoint(1, 21_000_000, 1_728_000_000, DIGITS, ForkPoint.Source.NODE, "https://node.example/***");
    private static final ForkPoint FILE =
            new ForkPoint(31_337, 13, 1_750_000_000, DIGITS, ForkPoint.Source.FILE, "state.json");

    @Test
    void saysEveryVerdict() throws Exception {
        Golden.assertSame("report.json", JsonReport.render(Samples.everyVerdict(), Samples.basis()));
    }

    @Test
    void saysWhichStateAForkBeganWith() throws Exception {
        JsonNode node = report(NODE).get("fork");
        assertEquals(1, node.get("chain_id").asLong());
        assertEquals(21_000_000, node.get("block").asLong());
        assertEquals("0x" + DIGITS, node.get("block_hash").asString());
        assertTrue(node.get("file_digest").isNull());
        assertEquals("https://node.example/***", node.get("source").asString());
        JsonNode file = report(FILE).get("fork");
        assertTrue(file.get("block_hash").isNull());
        assertEquals(DIGITS, file.get("file_digest").asString());
        assertEquals("state.json", file.get("source").asString());
    }

    private static JsonNode report(ForkPoint fork) throws IOException {
        return JSON.readTree(JsonReport.render(Samples.everyVerdict(), Samples.basis(fork)));
    }

    @Test
    void followsItsPublishedSchema() throws Exception {
        JsonNode schema = schema();
        List<Basis> bases = List.of(
                Samples.basis(),
                Samples.basis(NODE),
                Samples.basis(FILE),
                Samples.hostileBasis(),
                Samples.basis(Optional.of(Requirement.DECIDED)));
        for (CheckResult result : List.of(Samples.everyVerdict(), Samples.hostile())) {
            for (Basis basis : bases) {
                JsonNode report = JSON.readTree(JsonReport.render(result, basis));
                assertEquals(List.of(), new SchemaCheck().check(schema, report));
            }
        }
    }

    @Test
    void standsAloneWithWhatEveryVerdictRestsOn() throws Exception {
        JsonNode report = JSON.readTree(JsonReport.render(Samples.everyVerdict(), Samples.basis()));
        assertEquals(
                Stream.of(StandingAssumption.values())
                        .map(StandingAssumption::id)
                        .toList(),
                report.get("standing_assumptions").findValuesAsString("id"));
        assertEquals(
                List.of("0.8.30+commit.73712a01", "unknown"),
                report.get("contracts").findValuesAsString("compiler"));
        assertEquals("Z3 4.14.1", report.get("solver").asString());
    }

    @Test
    void aReportThatLeavesTheSchemaIsNoticed() throws Exception {
        JsonNode schema = schema();
        String wrong = JsonReport.render(Samples.everyVerdict(), Samples.basis())
                .replace("\"verdict\" : \"tested\"", "\"verdict\" : \"fine\"");
        assertEquals(1, new SchemaCheck().check(schema, JSON.readTree(wrong)).size());
    }

    private static JsonNode schema() throws IOException {
        try (InputStream in = JsonReport.class.getResourceAsStream("report.schema.json")) {
            return JSON.readTree(in);
        }
    }
}
