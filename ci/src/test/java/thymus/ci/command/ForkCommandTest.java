package thymus.ci.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.fixtures.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code --fork} and what goes with it, as a user types it. */
@Tag("integration")
class ForkCommandTest {
    private static final String SPECIFICATION = """
            fork "state.json";
            contract c = "C.sol:C" at 0x00000000000000000000000000000000000000c0;
            actor alice;
            invariant small: c.count <= 7;
            """;

    @TempDir
    private Path folder;

    private Workplace place;

    @BeforeEach
    void prepare() throws Exception {
        place = Workplace.with(folder, TinyContract.COUNTER, SPECIFICATION);
        write("state.json", 5);
        write("other.json", 8);
    }

    private void write(String name, int count) throws Exception {
        Files.writeString(place.file(name), """
                {"0x00000000000000000000000000000000000000c0": {"code": "0x%s", \
                "storage": {"0x0": "%d"}}}""".formatted(TinyContract.COUNTER.runtime(), count));
    }

    private static void assertRefused(Workplace.Ran ran, String expected) {
        assertTrue(ran.err().contains(expected), ran::toString);
        assertFalse(ran.says("\tat "), ran::toString);
        assertEquals(2, ran.exitCode(), ran::toString);
    }

    @Test
    void theFileSaysWhereItBegins() throws Exception {
        String report = place.file("report.json").toString();
        Workplace.Ran ran = place.check("--independent", "off", "--json", report);
        assertEquals(1, ran.exitCode(), ran::toString);
        JsonNode fork =
                new ObjectMapper().readTree(place.file("report.json").toFile()).get("fork");
        assertEquals(20_000_000, fork.get("block").asLong(), fork::toString);
        assertTrue(fork.get("source").asString().endsWith("state.json"), fork::toString);
        assertTrue(
                ran.out()
                        .matches("(?s).*begins with block 20_000_000 of chain 31337 "
                                + "\\(file digest, sha-256: [0-9a-f]{64}\\).*"),
                ran::toString);
        assertTrue(ran.out().contains("by 3 transactions"), ran::toString);
    }

    @Test
    void theCommandLineHasTheLastWord() {
        Workplace.Ran ran = place.check(
                "--independent", "off", "--fork", place.file("other.json").toString());
        assertEquals(1, ran.exitCode(), ran::toString);
        assertTrue(ran.out().contains("by the state after setup"), ran::toString);
    }

    @Test
    void aReplayKnowsItsStateAndRefusesAnother() throws Exception {
        place.check("--independent", "off");
        String replay = place.file("kept/test/small.json").toString();
        assertEquals(1, place.run("replay", replay).exitCode());
        assertRefused(
                place.run("replay", replay, "--fork", place.file("other.json").toString()),
                "the sequence was recorded on block 20_000_000 of chain 31337");
        write("state.json", 6);
        assertRefused(place.run("replay", replay), "it would be another sequence");
        Files.delete(place.file("state.json"));
        assertRefused(place.run("replay", replay), "state.json, with the state that it begins with, is not there");
        assertRefused(place.run("replay", replay), "--fork FILE");
    }

    @Test
    void aStateThatIsNoState() throws Exception {
        assertRefused(place.check("--fork", place.file("none.json").toString()), "none.json: there is no such file");
        Files.writeString(place.file("state.json"), "{\"0xc0\": {}}");
        assertRefused(place.check(), "\"0xc0\" is no address");
        Files.writeString(place.file("state.json"), "{}");
        assertRefused(place.check(), "the contract c has no code at 0x00000000000000000000000000000000000000c0");
    }

    @Test
    void offlineAsksNobody() {
        assertRefused(
                place.check("--offline", "--fork", "http://127.0.0.1:1/SECRET@7"),
                "http://127.0.0.1:1/***: block 7 is not in " + place.file("kept/fork"));
    }

    @Test
    void nobodyAnswers() {
        Workplace.Ran ran = place.check("--fork", "http://127.0.0.1:1/SECRET@7");
        assertRefused(ran, "nobody answers there");
        assertFalse(ran.says("SECRET"), ran::toString);
    }

    /** It costs six seconds: what a check grants its workers beyond {@code --for}. */
    @Test
    void aNodeThatStopsAnsweringIsGivenUpWhenTheTimeIsUp() {
        Semaphore over = new Semaphore(0);
        try (Node node = new Node((exchange, request) -> over.acquireUninterruptibly())) {
            Workplace.Ran ran = place.check("--for", "1s", "--fork", node.url() + "@7");
            over.release(Integer.MAX_VALUE);
            assertRefused(ran, "allow more with --for");
        }
    }
}
