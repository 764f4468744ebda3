package thymus.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thymus.fixtures.Repository;

/** The scripts that measure say how they are used, and refuse what they do not know before they build anything. */
class BenchScriptsTest {
    @TempDir
    private Path folder;

    private Tool.Outcome run(String script, String... arguments) throws IOException, InterruptedException {
        String path = Repository.at("ci/bench").resolve(script).toString();
        List<String> command = new ArrayList<>(List.of("bash", path));
        command.addAll(List.of(arguments));
        return Tool.run(folder, command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"attackers.sh", "compare.sh", "faces.sh", "incidents.sh", "mazes.sh"})
    void itSaysHowItIsUsed(String script) throws IOException, InterruptedException {
        Tool.Outcome help = run(script, "--help");
        assertEquals(0, help.code(), help.output());
        assertTrue(help.output().startsWith("usage: ci/bench/" + script), help.output());
        Tool.Outcome unknown = run(script, "--no-such-option");
        assertEquals(1, unknown.code(), unknown.output());
        assertTrue(unknown.output().contains("--no-such-option"), unknown.output());
    }

    @Test
    void aModelThatIsNotThereIsNamed() throws IOException, InterruptedException {
        Tool.Outcome unknown = run("attackers.sh", "NoSuchModel");
        assertEquals(1, unknown.code());
        assertEquals("attackers.sh: no model \"NoSuchModel\" in corpus/attackers\n", unknown.output());
        Tool.Outcome none = run("attackers.sh", "--seeds", "0");
        assertEquals(1, none.code());
        assertTrue(none.output().contains("a number is needed"), none.output());
    }
}
