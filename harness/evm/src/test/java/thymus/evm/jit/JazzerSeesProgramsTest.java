package thymus.evm.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jazzer's agent is shown the classes that are made of EVM code, and libFuzzer can follow how near their comparisons of
 * 256 bits came: it breaks {@link GuardedProgram}. In a JVM of its own, since the agent changes every class that it is
 * told to.
 */
@Tag("integration")
class JazzerSeesProgramsTest {
    private static final String PROGRAMS = "thymus.evm.**";
    /** Ten times what this seed needs; seeds 2 to 12 need 0.1 to 0.74 million. */
    private static final int RUNS = 1_000_000;
    /** Jazzer's exit code where the target threw. */
    private static final int FOUND = 77;

    @TempDir
    private Path folder;

    @Test
    void itFollowsAnEqualityAndTheOrdersBehindIt() throws Exception {
        Ended jazzer = fuzz(PROGRAMS);
        assertTrue(jazzer.output.contains("Instrumented thymus.evm.Code_"), jazzer.output);
        assertTrue(
                jazzer.output.contains("Java Exception: java.lang.AssertionError: invalid instruction"), jazzer.output);
        assertEquals(FOUND, jazzer.exitCode, jazzer.output);
    }

    /** Else the test above would show nothing: chance, or what Jazzer sees of the rest, might be enough. */
    @Test
    void blindToProgramsItFindsNothing() throws Exception {
        Ended jazzer = fuzz(GuardedProgram.class.getName());
        assertTrue(jazzer.output.contains("Instrumented " + GuardedProgram.class.getName()), jazzer.output);
        assertTrue(jazzer.output.contains("Done " + RUNS + " runs"), jazzer.output);
        assertEquals(0, jazzer.exitCode, jazzer.output);
    }

    private record Ended(int exitCode, String output) {}

    private Ended fuzz(String instrumented) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+EnableDynamicAgentLoading",
                        // Most of the time is its start: half of it goes where code is not optimized.
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + GuardedProgram.class.getName(),
                        "--instrumentation_includes=" + instrumented,
                        // Its detectors of dangerous calls look at every class else, the EVM's own included.
                        "--custom_hook_excludes=**",
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/",
                        "-use_value_profile=1",
                        "-seed=1",
                        "-runs=" + RUNS))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
