package thymus.corpus.traps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import thymus.corpus.Tool;
import thymus.fixtures.Repository;

/** Compiles many pairs in one process, which takes longer to start than to compile one of them. */
final class Compiler {
    private Compiler() {}

    /** Where traps are written; what is wrong stays there. Each test has its own, since several run at a time. */
    static Path place(String test) throws IOException {
        Path folder = Repository.root().resolve("corpus/target").resolve(test);
        Files.createDirectories(folder);
        return folder;
    }

    static void compile(Path root, List<TrapPair> pairs) throws IOException, InterruptedException {
        List<String> folders = new ArrayList<>();
        for (TrapPair pair : pairs) {
            pair.write(root);
            folders.add(pair.folder(root, true).toString());
            folders.add(pair.folder(root, false).toString());
        }
        Path list = root.resolve("list.txt");
        Files.write(list, folders);
        Tool.Outcome outcome =
                Tool.run(Repository.root().resolve("corpus"), List.of("node", "compile-each.js", list.toString()));
        assertEquals(0, outcome.code(), outcome::output);
    }

    /** Removes a pair that nothing was wrong with. */
    static void forget(Path root, TrapPair pair, List<Wrong> wrong) throws IOException {
        if (wrong.stream().anyMatch(w -> w.pair() == pair)) {
            return;
        }
        for (boolean planted : List.of(true, false)) {
            try (Stream<Path> files = Files.walk(pair.folder(root, planted))) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
