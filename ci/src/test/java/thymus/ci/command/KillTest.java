package thymus.ci.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thymus.fixtures.Repository;

/**
 * A check that keeps a corpus is killed at any moment: what it has said stays true, what it has written stays whole,
 * and the next check goes on from there. A build tries few moments, and {@code -Plong} 200.
 */
@Tag("integration")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be killed from Java there as kill -9 does")
class KillTest {
    private static final Path MAZE = Repository.root().resolve("corpus/mazes/Maze1.inv");
    private static final int SITES = 40;

    @TempDir
    private Path folder;

    static IntStream moments() {
        return IntStream.range(0, Boolean.getBoolean("thymus.long") ? 200 : 3);
    }

    @ParameterizedTest
    @MethodSource("moments")
    void whatItHasSaidAndWrittenIsKept(int moment) throws Exception {
        Path corpus = folder.resolve("corpus");
        Set<String> said = killed(corpus, new Random(moment));
        Map<String, String> written = entries(corpus);
        // Seeds run first. Those of a maze are short, and the rest of the transactions finds little.
        Workplace.Ran next = new Workplace(folder)
                .run(
                        "check",
                        MAZE.toString(),
                        "--fuzz-only",
                        "--independent",
                        "off",
                        "--seed",
                        "99",
                        "--transactions",
                        "2000",
                        "--corpus",
                        corpus.toString(),
                        "--out",
                        folder.resolve("next").toString());
        Set<String> again = new TreeSet<>();
        next.out().lines().filter(line -> line.startsWith("falsified")).forEach(line -> again.add(name(line)));
        assertTrue(again.containsAll(said), () -> said + " before and " + next);
        assertFalse(next.err().contains("left out"), next::toString);
        assertTrue(next.exitCode() <= 1, next::toString);
        Map<String, String> after = entries(corpus);
        written.forEach((name, text) -> assertEquals(text, after.get(name), name));
    }

    private static String name(String line) {
        return line.split("\\s+")[1];
    }

    /** Runs a check until so many properties are falsified and a moment more. */
    private Set<String> killed(Path corpus, Random random) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "check",
                        MAZE.toString(),
                        "--fuzz-only",
                        "--independent",
                        "off",
                        "--transactions",
                        "1000000000",
                        "--corpus",
                        corpus.toString(),
                        "--out",
                        folder.resolve("killed").toString())
                .redirectError(folder.resolve("err").toFile())
                .start();
        Set<String> said = new TreeSet<>();
        int most = random.nextInt(SITES / 8);
        try (BufferedReader out = process.inputReader()) {
            String line;
            while (said.size() < most && (line = out.readLine()) != null) {
                if (line.startsWith("falsified")) {
                    said.add(name(line));
                }
            }
            Thread.sleep(random.nextInt(1_500));
        } finally {
            process.destroyForcibly();
        }
        assertEquals(137, process.waitFor(), () -> "not killed, but ended");
        return said;
    }

    private static Map<String, String> entries(Path corpus) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        if (Files.isDirectory(corpus)) {
            try (Stream<Path> files = Files.list(corpus)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".json")).toList()) {
                    entries.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return entries;
    }
}
