package thymus.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import thymus.fixtures.Repository;

/**
 * The defences below {@code immune}: each folder has a reference contract with its promises, and below {@code broken}
 * variants with one realistic defect each.
 */
final class Defences {
    private static final String ROOT = "immune";
    /** Incidents, which are no variants of one contract: {@link HistoryTest}. */
    static final String HISTORY = "immune/history";

    private static final String BROKEN = "broken";
    /** Promises that take longer than a build may: those that are not proved among them. */
    private static final String LONG = "Long.inv";

    private Defences() {}

    /** Their folders, and those of the variants, below the corpus. */
    static List<String> folders() throws IOException {
        try (Stream<Path> found = Files.walk(Repository.at("corpus").resolve(ROOT))) {
            return found.filter(Files::isDirectory)
                    .filter(folder -> Files.isDirectory(folder.resolve("artifacts")))
                    .map(folder -> Repository.at("corpus")
                            .relativize(folder)
                            .toString()
                            .replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    static List<Path> references() throws IOException {
        return specifications(false).filter(file -> !isLong(file)).toList();
    }

    static List<Path> longReferences() throws IOException {
        return specifications(false).filter(Defences::isLong).toList();
    }

    static List<Path> broken() throws IOException {
        return specifications(true).toList();
    }

    static List<Path> all() throws IOException {
        return folders().stream()
                .flatMap(folder -> CorpusFiles.in(folder).stream())
                .toList();
    }

    private static boolean isLong(Path file) {
        return file.getFileName().toString().endsWith(LONG);
    }

    private static Stream<Path> specifications(boolean broken) throws IOException {
        return folders().stream()
                .filter(folder -> folder.endsWith("/" + BROKEN) == broken && !folder.equals(HISTORY))
                .flatMap(folder -> CorpusFiles.in(folder).stream());
    }
}
