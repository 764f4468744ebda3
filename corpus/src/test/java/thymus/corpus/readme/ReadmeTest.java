package thymus.corpus.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thymus.contracts.artifact.ArtifactStore;
import thymus.fixtures.Repository;
import thymus.spec.Specification;
import thymus.spec.check.SpecificationReader;
import thymus.system.execution.DeployedSystem;

/** What the README tells a reader to type does what it says. */
@Tag("integration")
class ReadmeTest {
    /** This test is a part of what it starts, so it is held against {@code .ci/run} and not run again. */
    private static final String SELF_TEST = "./thymus self-test";

    /** Nobody else's: another build on this machine may do the same at the same time. */
    @TempDir
    private static Path temporary;

    static Stream<Readme.Command> commands() throws Exception {
        return Readme.read().commands().stream().filter(c -> !c.line().equals(SELF_TEST));
    }

    /** In the order of the README: a later command may use what an earlier one leaves. */
    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandDoesWhatIsSaidOfIt(Readme.Command command) throws Exception {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command.tested())
                .directory(Repository.root().toFile())
                .redirectErrorStream(true);
        shell.environment().put("PACKS", packs().toString());
        shell.environment().put("TMPDIR", temporary.toString());
        shell.environment().put("XDG_CACHE_HOME", temporary.resolve("cache").toString());
        Process process = shell.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(command.exitCode(), process.waitFor(), output);
        List<String> lines = output.lines().toList();
        assertEquals(
                List.of(),
                command.shown().stream().filter(l -> !lines.contains(l)).toList(),
                output);
    }

    /** A folder with one of the packs, where there are any: all of them take three times as long. */
    private static Path packs() throws IOException {
        Path all = Path.of(System.getProperty("statetests"));
        Path pack = all.resolve("statetests-osaka.tar.xz");
        if (!Files.exists(pack)) {
            return all;
        }
        Path folder = Files.createDirectories(temporary.resolve("packs"));
        Files.copy(pack, folder.resolve(pack.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        return folder;
    }

    @Test
    void theTestCommandIsWhatContinuousIntegrationRuns() throws Exception {
        List<String> script = Files.readAllLines(Repository.root().resolve(".ci/run"));
        assertEquals(SELF_TEST, script.getLast());
        assertTrue(Readme.read().commands().stream().anyMatch(c -> c.line().equals(SELF_TEST)), "the README names it");
    }

    @Test
    void theSpecificationItTeachesIsRight() throws Exception {
        ArtifactStore contracts = ArtifactStore.at(Repository.root().resolve("corpus/vault/artifacts"));
        Specification read = SpecificationReader.read(Readme.read().specification(), "README.md", contracts);
        assertEquals(3, read.properties().size());
        DeployedSystem.deploy(read, contracts);
    }

    @Test
    void noCommandEscapesThisTest() throws Exception {
        assertEquals(List.of(), Readme.read().unmarked(), "commands outside of fences marked sh");
    }
}
