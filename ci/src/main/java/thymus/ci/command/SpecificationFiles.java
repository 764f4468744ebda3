package thymus.ci.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import thymus.ci.CiException;
import thymus.spec.SpecException;
import thymus.spec.syntax.Imports;

/** The specifications that a command line names. */
final class SpecificationFiles {
    private static final Set<String> SKIPPED = Set.of("node_modules", "target", "out", "artifacts", "cache");

    private SpecificationFiles() {}

    /**
     * @param paths files, and folders whose {@code .inv} files are meant, with those of the folders within
     * @return each once, with the name of the folder for what a check leaves; files of one name get different ones
     */
    static Map<Path, String> of(List<Path> paths) {
        Map<Path, String> files = new LinkedHashMap<>();
        Map<String, Integer> stems = new LinkedHashMap<>();
        for (Path path : paths) {
            for (Path file : Files.isDirectory(path) ? withoutImported(within(path)) : List.of(path)) {
                boolean known =
                        files.keySet().stream().anyMatch(f -> absolute(f).equals(absolute(file)));
                if (!known) {
                    String stem = file.getFileName().toString().replaceFirst("\\.inv$", "");
                    int times = stems.merge(stem, 1, Integer::sum);
                    files.put(file, times == 1 ? stem : stem + "-" + times);
                }
            }
        }
        return files;
    }

    /** As above, but each with what other files import, and without names. */
    static List<Path> all(List<Path> paths) {
        return paths.stream()
                .flatMap(path -> Files.isDirectory(path) ? within(path).stream() : Stream.of(path))
                .distinct()
                .toList();
    }

    /** What another file imports is checked with that one. */
    private static List<Path> withoutImported(List<Path> files) {
        Set<Path> imported = new HashSet<>();
        files.forEach(file -> imported.addAll(importedBy(file)));
        List<Path> own =
                files.stream().filter(f -> !imported.contains(absolute(f))).toList();
        return own.isEmpty() ? files : own;
    }

    private static List<Path> importedBy(Path file) {
        try {
            List<Path> all = Imports.read(file).files();
            return all.subList(1, all.size());
        } catch (SpecException e) {
            return List.of(); // said when the file is checked
        }
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private static List<Path> within(Path folder) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                    String name = inner.getFileName() == null
                            ? ""
                            : inner.getFileName().toString();
                    boolean skipped = !inner.equals(folder) && (SKIPPED.contains(name) || name.startsWith("."));
                    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".inv") && attributes.isRegularFile()) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException | UncheckedIOException e) {
            throw new CiException.WrongInput(folder + ": cannot be listed: " + e.getMessage());
        }
        if (files.isEmpty()) {
            throw new CiException.WrongInput(folder + ": there is no .inv file in this folder");
        }
        files.sort(null);
        return files;
    }
}
