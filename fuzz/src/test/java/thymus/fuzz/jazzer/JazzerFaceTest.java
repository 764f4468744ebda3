package thymus.fuzz.jazzer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.fixtures.Repository;

/** Jazzer finds a planted bug by either face. In JVMs of their own, because its agent changes classes for good. */
@Tag("integration")
class JazzerFaceTest {
    /** Jazzer's exit code where the target threw. */
    private static final int FOUND = 77;

    private static final Pattern SHRUNK = Pattern.compile("quarantined is broken by 2 steps:\\s+"
            + "1\\. guardian calls vault\\.quarantine\\(user: (\\w+)\\)\\s+2\\. \\1 calls vault\\.exit\\(\\)");

    @TempDir
    private Path folder;

    @Test
    void aFuzzTestFindsThePlantedBug() throws Exception {
        Ended tests = run(true, LaunchedTests.class.getName(), BrokenVaultFuzz.class.getName());
        assertTrue(tests.output.contains("Instrumented thymus.evm.Code_"), tests.output);
        assertTrue(SHRUNK.matcher(tests.output).find(), tests.output);
        assertTrue(tests.output.contains(" FAILED"), tests.output);
    }

    @Test
    void theStandaloneTargetFindsThePlantedBug() throws Exception {
        Ended jazzer = run(
                false,
                StandaloneFuzzer.class.getName(),
                Repository.broken("ForgottenExit").toString(),
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-seed=1",
                "-max_total_time=60");
        assertTrue(SHRUNK.matcher(jazzer.output).find(), jazzer.output);
        assertEquals(FOUND, jazzer.exitCode, jazzer.output);
    }

    private record Ended(int exitCode, String output) {}

    private Ended run(boolean fuzzing, String... program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+EnableDynamicAgentLoading",
                "-XX:-DontCompileHugeMethods",
                // Most of the time is its start: half of it goes where code is not optimized.
                "-XX:TieredStopAtLevel=1",
                "-Dthymus.root=" + Repository.root(),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(program));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().remove("JAZZER_FUZZ");
        if (fuzzing) {
            builder.environment().put("JAZZER_FUZZ", "1");
        }
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
