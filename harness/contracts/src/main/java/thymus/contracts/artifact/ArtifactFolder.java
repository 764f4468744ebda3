package thymus.contracts.artifact;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Lists the JSON files below a folder that may be artifacts. It does not follow symbolic links to folders. */
final class ArtifactFolder {
    private static final int DEEPEST = 12;
    private static final int MOST = 50_000;

    /** Folders with JSON of other kinds, often in large amounts. */
    private static final Set<String> SKIPPED = Set.of("node_modules", "build-info", "cache", "target");

    private ArtifactFolder() {}

    /** @param depth of the search; 1 for the files of the folder itself only */
    static List<Path> files(Path folder, int depth) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(
                    folder, EnumSet.noneOf(java.nio.file.FileVisitOption.class), depth, visitor(folder, files));
        } catch (IOException e) {
            throw new ArtifactException(folder + ": cannot be listed: " + e.getMessage());
        }
        files.sort(null);
        return files;
    }

    static List<Path> files(Path folder) {
        return files(folder, DEEPEST);
    }

    private static SimpleFileVisitor<Path> visitor(Path top, List<Path> files) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name =
                        folder.getFileName() == null ? "" : folder.getFileName().toString();
                boolean skipped = !folder.equals(top) && (SKIPPED.contains(name) || name.startsWith("."));
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (name.endsWith(".json") && !name.endsWith(".dbg.json") && Files.isRegularFile(file)) {
                    if (files.size() == MOST) {
                        throw new ArtifactException(top + ": more than " + MOST
                                + " JSON files; point --artifacts to the folder of the compiled contracts");
                    }
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        };
    }
}
