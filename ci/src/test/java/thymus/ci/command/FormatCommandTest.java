package thymus.ci.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatCommandTest {
    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Workplace.Ran run(String... arguments) {
        return new Workplace(folder).run(arguments);
    }

    @Test
    void filesAreFormattedAndNamed() throws IOException {
        Path wide = write("a.inv", "actor   alice ;");
        Path tidy = write("b.inv", "actor bob;\n");
        Workplace.Ran ran = run("fmt", folder.toString());
        assertEquals(0, ran.exitCode(), ran::toString);
        assertEquals(wide + "\n1 file formatted of 2\n", ran.out());
        assertEquals("actor alice;\n", Files.readString(wide));
        assertEquals("actor bob;\n", Files.readString(tidy));
    }

    @Test
    void whoMayReadAFileStaysAsItIs() throws IOException {
        Path file = write("a.inv", "actor   alice ;");
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            assertEquals(0, run("fmt", file.toString()).exitCode());
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void aCheckChangesNothing() throws IOException {
        Path file = write("a.inv", "actor   alice ;");
        Workplace.Ran ran = run("fmt", "--check", file.toString());
        assertEquals(1, ran.exitCode(), ran::toString);
        assertEquals(file + "\n1 file to format of 1\n", ran.out());
        assertEquals("actor   alice ;", Files.readString(file));
    }

    @Test
    void aFileThatDoesNotParseKeepsNoOtherFromBeingFormatted() throws IOException {
        Path broken = write("a.inv", "actor alice");
        Path wide = write("b.inv", "actor   bob;");
        Workplace.Ran ran = run("fmt", broken.toString(), wide.toString());
        assertEquals(2, ran.exitCode(), ran::toString);
        assertTrue(ran.err().startsWith("error: " + broken + ":1:12: "), ran::toString);
        assertEquals("actor alice", Files.readString(broken));
        assertEquals("actor bob;\n", Files.readString(wide));
    }
}
