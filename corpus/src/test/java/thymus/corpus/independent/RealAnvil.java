package thymus.corpus.independent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import thymus.corpus.Packages;
import thymus.fixtures.Repository;

/** The anvil among the corpus's packages. */
public final class RealAnvil {
    /** What it calls itself. */
    static final String NAME = "anvil 1.7.1 (revm)";

    private RealAnvil() {}

    public static void install() throws InterruptedException {
        Packages.installReal();
    }

    static Path program() throws IOException {
        Path packages = Repository.root().resolve("corpus/real/node_modules/@foundry-rs");
        try (Stream<Path> all = Files.list(packages)) {
            return all.map(p -> p.resolve("bin/anvil"))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
