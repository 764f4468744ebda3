package thymus.corpus.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import thymus.fixtures.Repository;

/** The formatter does not break comments and strings, so that it alone does not keep lines short. */
class LineWidthTest {
    /** The width of palantir-java-format. */
    private static final int WIDTH = 120;

    private static final List<String> MODULES = List.of("spec", "harness", "solver", "fuzz", "ci", "corpus");

    @Test
    void noLineOfJavaIsWiderThanTheFormatterAllows() throws IOException {
        List<String> wide = new ArrayList<>();
        for (String module : MODULES) {
            for (Path source : sources(Repository.root().resolve(module))) {
                List<String> lines = Files.readAllLines(source);
                for (int i = 0; i < lines.size(); i++) {
                    if (lines.get(i).length() > WIDTH) {
                        wide.add(source + ":" + (i + 1));
                    }
                }
            }
        }
        assertEquals(List.of(), wide, "break these lines");
    }

    private static List<Path> sources(Path module) throws IOException {
        try (Stream<Path> files = Files.walk(module)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("node_modules"))
                    .filter(file -> !file.toString().contains("target"))
                    .toList();
        }
    }
}
