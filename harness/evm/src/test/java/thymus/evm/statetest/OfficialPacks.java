package thymus.evm.statetest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import thymus.evm.interpreter.Tiers;

/** The packs of official state tests, which are no part of the repository. */
final class OfficialPacks {
    private static final Pattern SUMMARY = Pattern.compile("(\\d+) passed, (\\d+) failed, (\\d+) skipped");

    /** What a run said. */
    record Result(int exitCode, String output, int passed, int failed, int skipped) {}

    private OfficialPacks() {}

    /** A pack; where it is missing, the test ends here: visibly skipped, and failed on a build machine. */
    static Path require(String pack) {
        Path path = folder().resolve(pack + ".tar.xz");
        if (!Files.exists(path)) {
            missing(path);
        }
        return path;
    }

    /** All packs of the folder, or where it has none the folder, which has the tests then; else as above. */
    static List<Path> all() throws IOException {
        if (!Files.isDirectory(folder())) {
            missing(folder());
        }
        try (Stream<Path> files = Files.list(folder())) {
            List<Path> packs = files.filter(Packs::isPack).sorted().toList();
            return packs.isEmpty() ? List.of(folder()) : packs;
        }
    }

    private static Path folder() {
        return Path.of(System.getProperty("statetests", "statetests"));
    }

    private static void missing(Path path) {
        String message = "no state tests at " + path.toAbsolutePath().normalize()
                + "; the official packs come from the releases of execution-spec-tests (ethereum/execution-spec-tests"
                + " on GitHub); name their folder with -Dstatetests=FOLDER";
        assertTrue(!"true".equals(System.getenv("CI")), message);
        System.out.println("SKIPPED: " + message);
        Assumptions.abort(message);
    }

    static Result run(List<Path> paths, int stride, Tiers tiers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int exitCode = StateTests.run(paths, stride, tiers, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        String output = bytes.toString(StandardCharsets.UTF_8);
        String[] lines = output.strip().split("\n");
        Matcher summary = SUMMARY.matcher(lines[lines.length - 1]);
        assertTrue(summary.matches(), output);
        return new Result(
                exitCode,
                output,
                Integer.parseInt(summary.group(1)),
                Integer.parseInt(summary.group(2)),
                Integer.parseInt(summary.group(3)));
    }
}
