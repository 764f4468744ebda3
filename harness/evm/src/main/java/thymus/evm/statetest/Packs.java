package thymus.evm.statetest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Finds the files of state tests in packs ({@code .tar.xz}, {@code .tar.gz}), folders and single {@code .json} files. A
 * release of the execution specifications also has the same tests in other forms, each in its own folder such as {@code
 * blockchain_tests}, and an index in a hidden folder. These are skipped.
 */
final class Packs {
    private static final int LARGEST_FILE = 200_000_000;
    private static final int XZ_MEMORY_KIB = 1 << 20;
    private static final String FORM = "_tests";

    /** Receives each file. Its name is the path, or the path within the pack. */
    interface Visitor {
        void file(Path name, byte[] content);
    }

    private Packs() {}

    static boolean isPack(Path path) {
        return path.toString().endsWith(".tar.xz") || path.toString().endsWith(".tar.gz");
    }

    static void visit(Path path, Visitor visitor) {
        try {
            if (Files.isDirectory(path)) {
                for (Path file : files(path)) {
                    visitor.file(file, Files.readAllBytes(file));
                }
            } else if (isPack(path)) {
                visitPack(path, visitor);
            } else if (path.toString().endsWith(".json")) {
                visitor.file(path, Files.readAllBytes(path));
            } else {
                throw new StateTestException(path + ": not a folder, a .json file or a .tar.xz or .tar.gz pack");
            }
        } catch (IOException e) {
            throw new StateTestException(path + ": cannot be read: " + e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> isStateTest(folder.relativize(file)) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isStateTest(Path name) {
        for (int i = 0; i < name.getNameCount() - 1; i++) {
            String folder = name.getName(i).toString();
            if (folder.contains(FORM) || folder.startsWith(".")) {
                return folder.equals("state" + FORM) && name.toString().endsWith(".json");
            }
        }
        return name.toString().endsWith(".json");
    }

    private static InputStream unpacked(Path pack, InputStream file) throws IOException {
        return pack.toString().endsWith(".xz") ? new XZInputStream(file, XZ_MEMORY_KIB) : new GZIPInputStream(file);
    }

    private static void visitPack(Path pack, Visitor visitor) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(pack));
                TarArchiveInputStream tar = new TarArchiveInputStream(unpacked(pack, file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (!entry.isFile() || !isStateTest(Path.of(entry.getName()))) {
                    continue;
                }
                if (entry.getSize() > LARGEST_FILE) {
                    throw new StateTestException(
                            pack + ": " + entry.getName() + " has more than " + LARGEST_FILE + " bytes");
                }
                visitor.file(Path.of(entry.getName()), tar.readNBytes((int) entry.getSize()));
            }
        }
    }
}
