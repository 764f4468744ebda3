package thymus.ci.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong, the user reads what and where, and the shell gets 2. */
@Tag("integration")
class WrongInputTest {
    @TempDir
    private Path folder;

    @Test
    void noCommand() throws Exception {
        assertRefused(
                counter("").run(),
                "name a command: check, init, replay, recheck, mutate, guard, bench, fmt, lsp, corpus or statetest");
    }

    @Test
    void misspeltCommand() throws Exception {
        assertRefused(counter("").run("chekc"), "did you mean 'check'?");
    }

    @Test
    void unknownOption() throws Exception {
        assertRefused(counter("").check("--tarnsactions", "5"), "did you mean '--transactions'?");
    }

    @Test
    void durationWithoutUnit() throws Exception {
        assertRefused(counter("").check("--for", "60"), "'60' is not a duration; write it like 30s");
    }

    @Test
    void missingSpecification() throws Exception {
        Workplace place = counter("");
        assertRefused(place.run("check", place.file("none.inv").toString()), "none.inv");
    }

    @Test
    void specificationWithoutProperties() throws Exception {
        assertRefused(counter("").check(), "states no property");
    }

    @Test
    void unknownContract() throws Exception {
        Workplace place = Workplace.with(
                folder, TinyContract.COUNTER, Workplace.SYSTEM.replace("new C()", "new D()") + "invariant i: true;");
        assertRefused(place.check(), "test.inv:3:");
    }

    @Test
    void misspeltFunction() throws Exception {
        assertRefused(counter("invariant i: c.valeu() <= 2;").check(), "did you mean 'value'?");
    }

    @Test
    void eachOfSeveralErrorsIsCalledOne() throws Exception {
        Workplace.Ran ran = counter("invariant i: c.valeu() <= 2;\ninvariant j: c.coutn <= 2;")
                .check();
        assertRefused(ran, "test.inv:5:");
        assertEquals(
                2, ran.err().lines().filter(line -> line.startsWith("error: ")).count(), ran::toString);
    }

    @Test
    void wrongType() throws Exception {
        assertRefused(counter("invariant i: c.value() && true;").check(), "test.inv:4:");
    }

    @Test
    void missingArtifact() throws Exception {
        Workplace place = Workplace.with(
                folder,
                TinyContract.COUNTER,
                Workplace.SYSTEM.replace("C.sol:C", "Other.sol:Other") + "invariant i: true;");
        assertRefused(place.check(), "Other.sol:Other");
    }

    @Test
    void missingArtifactsFolder() throws Exception {
        assertRefused(counter("invariant i: true;").check("--artifacts", folder + "/nowhere"), "nowhere");
    }

    @Test
    void unreadableArtifact() throws Exception {
        Workplace place = counter("invariant i: true;");
        Files.writeString(folder.resolve("out/C.sol/C.json"), "{\"abi\": [");
        assertRefused(place.check(), "C.json");
    }

    @Test
    void setupThatReverts() throws Exception {
        Workplace place =
                Workplace.with(folder, TinyContract.REVERTING_CONSTRUCTOR, Workplace.SYSTEM + "invariant i: true;");
        assertRefused(place.check(), "test.inv:3:");
    }

    @Test
    void setupThatLoopsForEver() throws Exception {
        Workplace place =
                Workplace.with(folder, TinyContract.LOOPING_CONSTRUCTOR, Workplace.SYSTEM + "invariant i: true;");
        assertRefused(place.check(), "gas");
    }

    @Test
    void unknownPropertyIsSuggested() throws Exception {
        assertRefused(counter("invariant small: true;").check("--only", "smal"), "did you mean 'small'?");
    }

    @Test
    void unreadableReplayFile() throws Exception {
        Workplace place = counter("");
        Files.writeString(place.file("broken.json"), "{\"steps\": [");
        assertRefused(place.run("replay", place.file("broken.json").toString()), "broken.json");
        assertRefused(place.run("replay", place.file("none.json").toString()), "none.json");
    }

    @Test
    void noNodeToReplayOn() throws Exception {
        Workplace place = counter("invariant small: c.value() <= 2;");
        place.check("--independent", "off");
        String file = place.file("kept/test/small.json").toString();
        assertRefused(place.run("replay", file, "--on", "http://127.0.0.1:1"), "http://127.0.0.1:1: ");
        assertRefused(place.run("replay", file, "--on", "avnil"), "write it like http://127.0.0.1:8545");
    }

    @Test
    void unknownWayOfConfirming() throws Exception {
        assertRefused(
                counter("invariant i: true;").check("--independent", "perhaps"),
                "'--independent': write auto, off or required, not 'perhaps'");
    }

    @Test
    void wordsThatAnOptionDoesNotKnow() throws Exception {
        Workplace place = counter("invariant i: true;");
        assertRefused(place.check("--judge", "sometimes"), "write every or end, not 'sometimes'");
        assertRefused(place.check("--require", "tested"), "write proved or decided, not 'tested'");
        assertRefused(
                place.run("statetest", "--mode", "fast", "x"), "write interpreted, compiled or tiered, not 'fast'");
    }

    @Test
    void wordsMayBeWrittenInCapitals() throws Exception {
        Workplace.Ran ran = counter("invariant i: true;").check("--independent", "OFF", "--judge", "End");
        assertEquals(0, ran.exitCode(), ran::toString);
    }

    @Test
    void numbersThatAreNone() throws Exception {
        Workplace place = counter("invariant i: true;");
        assertRefused(place.check("--transactions", "many"), "'--transactions': 'many' is not a whole number");
        assertRefused(place.check("--sequence-length", "1.5"), "'1.5' is not a whole number");
        assertRefused(place.check("--seed", "9".repeat(20)), "'" + "9".repeat(20) + "' is too large");
        assertRefused(place.check("--sequence-length", "3000000000"), "'3000000000' is too large");
    }

    @Test
    void oneArgumentTooMany() throws Exception {
        assertRefused(counter("").run("replay", "one.json", "other.json"), "'other.json' is one argument too many");
    }

    @Test
    void reportInAPlaceThatCannotBeWritten() throws Exception {
        Workplace place = counter("invariant i: true;");
        assertRefused(place.check("--json", place.folder().toString()), "is a folder");
    }

    private Workplace counter(String properties) throws Exception {
        return Workplace.with(folder, TinyContract.COUNTER, Workplace.SYSTEM + properties);
    }

    private static void assertRefused(Workplace.Ran ran, String expected) {
        assertTrue(ran.err().contains(expected), ran::toString);
        assertTrue(ran.err().startsWith("error: "), ran::toString);
        assertFalse(ran.says("\tat "), () -> "a stack trace: " + ran);
        assertEquals(2, ran.exitCode(), ran::toString);
    }
}
