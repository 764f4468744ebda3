package thymus.ci.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import thymus.ci.CiException;

/** A folder for files that nobody needs after a command. */
record ScratchFolder(Path path) implements AutoCloseable {
    static ScratchFolder make() {
        try {
            return new ScratchFolder(Files.createTempDirectory("thymus-init"));
        } catch (IOException e) {
            throw new CiException.WrongInput("no folder for temporary files: " + FileTrouble.reason(e), e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(path)) {
            all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // It lies in the system's folder for temporary files.
        }
    }
}
