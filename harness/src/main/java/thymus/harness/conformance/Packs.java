package thymus.harness.conformance;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Finds the files of state tests in packs ({@code .tar.xz}), folders and single {@code .json} files. */
final class Packs {
    private static final int LARGEST_FILE = 200_000_000;
    private static final int XZ_MEMORY_KIB = 1 << 20;

    /** Receives a file; its name is the path, or for a file in a pack the path in it. */
    interface Visitor {
        void file(Path name, byte[] content);
    }

    private Packs() {}

    static void visit(Path path, Visitor visitor) {
        try {
            if (Files.isDirectory(path)) {
                for (Path file : files(path)) {
                    visitor.file(file, Files.readAllBytes(file));
                }
            } else if (path.toString().endsWith(".tar.xz")) {
                visitPack(path, visitor);
            } else if (path.toString().endsWith(".json")) {
                visitor.file(path, Files.readAllBytes(path));
            } else {
                throw new StateTestException(path + ": not a folder, a .json file or a .tar.xz pack");
            }
        } catch (IOException e) {
            throw new StateTestException(path + ": cannot be read: " + e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file)).sorted().toList();
        }
    }

    private static void visitPack(Path pack, Visitor visitor) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(pack));
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(file, XZ_MEMORY_KIB))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (!entry.isFile() || !entry.getName().endsWith(".json")) {
                    continue;
                }
                if (entry.getSize() > LARGEST_FILE) {
                    throw new StateTestException(pack + ": " + entry.getName() + " has more than " + LARGEST_FILE
                            + " bytes");
                }
                visitor.file(Path.of(entry.getName()), tar.readNBytes((int) entry.getSize()));
            }
        }
    }
}
