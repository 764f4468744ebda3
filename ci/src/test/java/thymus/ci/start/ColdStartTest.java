package thymus.ci.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.fixtures.Repository;

/** What every start pays for. */
@Tag("integration")
class ColdStartTest {
    private static final String EXAMPLE = "corpus/vault/broken/DoubleCredit.inv";

    @TempDir
    private static Path folder;

    /** The classes that a check loads, each as Java's log has it. */
    private static List<String> loaded;

    @BeforeAll
    static void check() throws Exception {
        Path log = folder.resolve("classes");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xlog:class+load:file=" + log + ":none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "thymus.ci.command.Main",
                        "check",
                        Repository.at(EXAMPLE).toString(),
                        "--independent",
                        "off",
                        "--out",
                        folder.resolve("out").toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, process.waitFor(), output);
        loaded = Files.readAllLines(log);
    }

    /** Its jar is signed: Java verifies it for 0.4 s before the first of its classes is there. */
    @Test
    void theCryptographyThatAContractDoesNotCallIsNotLoaded() {
        assertTrue(loaded.stream().anyMatch(c -> c.contains(".Precompiles ")), "it ran the EVM");
        assertEquals(
                List.of(),
                loaded.stream().filter(c -> c.startsWith("org.bouncycastle.")).toList());
    }

    /** Nor web3j, and what comes with it, before a node is asked. */
    @Test
    void theLibraryForNodesIsNotLoadedWithoutOne() {
        assertTrue(loaded.stream().anyMatch(c -> c.startsWith("tools.jackson.")), "it read artifacts");
        assertEquals(
                List.of(),
                loaded.stream()
                        .filter(c -> c.startsWith("org.web3j.") || c.startsWith("io.reactivex."))
                        .toList());
    }

    /** Nor the language server's protocol, which one command speaks. */
    @Test
    void theLibraryForEditorsIsNotLoadedWithoutOne() {
        assertEquals(
                List.of(),
                loaded.stream()
                        .filter(c -> c.startsWith("org.eclipse.lsp4j.")
                                || c.startsWith("com.google.gson.")
                                || c.startsWith("thymus.ci.lsp."))
                        .toList());
    }
}
