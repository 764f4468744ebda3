package thymus.ci.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.fixtures.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("integration")
class MutateCommandTest {
    @TempDir
    private Path folder;

    private Workplace.Ran mutate(String... options) throws Exception {
        String[] all = new String[options.length + 2];
        all[0] = "mutate";
        all[1] = Repository.vault().toString();
        System.arraycopy(options, 0, all, 2, options.length);
        return new Workplace(folder).run(all);
    }

    @Test
    void aSurvivorIsALineOfSource() throws Exception {
        Path json = folder.resolve("mutants.json");
        Workplace.Ran ran =
                mutate("--contract", "token", "--transactions", "500", "--only", "clock", "--json", json.toString());
        assertEquals(0, ran.exitCode(), ran::toString);
        assertTrue(ran.says("killed    0 of "), ran::toString);
        assertTrue(ran.says("killed none first: clock"), ran::toString);
        assertTrue(ran.says("a check is removed  `if (msg.sender != minter) revert NotMinter()`"), ran::toString);
        JsonNode report = new JsonMapper().readTree(Files.readString(json));
        assertEquals(0, report.get("killed").asInt());
        assertTrue(
                report.get("mutants").size() > 10
                        && report.at("/mutants/0/killed_by").isNull(),
                report::toString);
    }

    @Test
    void aShareThatIsTooSmallIsAnExitCode() throws Exception {
        String[] options = {"--contract", "token", "--transactions", "500", "--only", "clock", "--at-least", "50"};
        assertEquals(4, mutate(options).exitCode());
    }

    @Test
    void aMisspeltContractIsNamed() throws Exception {
        Workplace.Ran ran = mutate("--contract", "tokn");
        assertEquals(2, ran.exitCode());
        assertTrue(ran.says("setup deploys no contract of that name; did you mean 'token'?"), ran::toString);
    }
}
