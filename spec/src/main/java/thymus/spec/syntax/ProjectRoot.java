package thymus.spec.syntax;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder that imports stay in. */
final class ProjectRoot {
    private static final List<String> MARKS = List.of(
            "foundry.toml",
            "hardhat.config.js",
            "hardhat.config.ts",
            "hardhat.config.cjs",
            "hardhat.config.mjs",
            ".git");

    private ProjectRoot() {}

    /** @param file an absolute path, without . and .. */
    static Path of(Path file) {
        Path folder = file.getParent();
        return Stream.iterate(folder, f -> f != null, Path::getParent)
                .filter(f -> MARKS.stream().anyMatch(mark -> Files.exists(f.resolve(mark))))
                .findFirst()
                .orElse(folder);
    }
}
