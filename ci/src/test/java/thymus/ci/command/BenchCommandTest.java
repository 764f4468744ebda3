package thymus.ci.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.ci.check.FakeEngines;
import thymus.ci.check.ProofResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A folder of systems with known verdicts. */
class BenchCommandTest {
    /** Proves everything, except what is called "broken". */
    private static final EngineFactory ENGINES = (subject, plan, out, kept) -> {
        FakeEngines engines = new FakeEngines();
        plan.properties().forEach(p -> {
            if (p.name().equals("broken")) {
                engines.breaks(p.name()).proof(p.name(), new ProofResult.Undecided("no lemma fits"));
            } else {
                engines.proof(p.name(), new ProofResult.Proved("induction", List.of(), List.of(), List.of()));
            }
        });
        return engines;
    };

    @TempDir
    private Path folder;

    private Workplace.Ran bench(String property, String expected, String... more) throws Exception {
        Workplace place = Workplace.with(
                folder, TinyContract.COUNTER, Workplace.SYSTEM + "invariant " + property + ": c.value() >= 0;");
        Files.writeString(place.file("unsaid.inv"), Workplace.SYSTEM + "invariant other: c.value() >= 0;");
        if (!expected.isEmpty()) {
            Files.writeString(place.file("test.expected.json"), expected);
        }
        String[] arguments = new String[more.length + 3];
        arguments[0] = "bench";
        arguments[1] = folder.toString();
        arguments[2] = "--out=" + place.file("kept");
        System.arraycopy(more, 0, arguments, 3, more.length);
        return place.run(ENGINES, arguments);
    }

    private static String verdict(String property, String verdict) {
        return "{\"properties\": {\"" + property + "\": {\"verdict\": \"" + verdict + "\"}}}";
    }

    @Test
    void asExpected() throws Exception {
        Path json = folder.resolve("bench.json");
        Workplace.Ran ran = bench("fine", verdict("fine", "proved"), "--json", json.toString());
        assertEquals(0, ran.exitCode(), ran::toString);
        assertTrue(ran.out().contains("  as expected   fine  expected proved, got proved: induction"), ran::toString);
        assertTrue(
                ran.out().contains("1 system, 1 property: 1 as expected; 0 of 0 attacks found, 1 of 1 promise"),
                ran::toString);
        JsonNode report = new ObjectMapper().readTree(Files.readString(json));
        assertEquals("as_expected", report.at("/systems/0/properties/0/outcome").asString());
        assertEquals(1, report.at("/totals/promises_proved").asInt());
    }

    @Test
    void aContradictionIsExitCode1() throws Exception {
        Workplace.Ran ran = bench("fine", verdict("fine", "falsified"));
        assertEquals(1, ran.exitCode(), ran::toString);
        assertTrue(ran.out().contains("1 contradicted"), ran::toString);
        assertEquals(1, bench("broken", verdict("broken", "proved")).exitCode());
    }

    @Test
    void aFoundAttackIsAsExpected() throws Exception {
        Workplace.Ran ran = bench("broken", verdict("broken", "falsified"));
        assertEquals(0, ran.exitCode(), ran::toString);
        assertTrue(ran.out().contains("1 of 1 attack found"), ran::toString);
    }

    @Test
    void anythingWeakerIsExitCode4() throws Exception {
        Workplace.Ran ran = bench("fine", verdict("fine", "proved"), "--transactions", "1", "--fuzz-only");
        assertEquals(0, ran.exitCode(), ran::toString);
        assertEquals(4, bench("fine", verdict("fine", "vacuous")).exitCode());
    }

    @Test
    void aPropertyOfWhichNothingIsSaidIsNamed() throws Exception {
        Workplace.Ran ran = bench("fine", verdict("fin", "proved"));
        assertEquals(2, ran.exitCode(), ran::toString);
        assertTrue(ran.err().contains("test.expected.json: says nothing of invariant fine; add it"), ran::toString);
        assertTrue(ran.out().contains("1 not checked"), ran::toString);
    }

    @Test
    void aFolderInWhichNothingIsExpectedIsRefused() throws Exception {
        Workplace.Ran ran = bench("fine", "");
        assertEquals(2, ran.exitCode(), ran::toString);
        assertTrue(ran.err().contains("no .inv file here has a NAME.expected.json beside it"), ran::toString);
    }
}
