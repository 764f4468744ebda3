package thymus.system.crosscheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What starts is ended, in every way in which we may end ourselves. Played by scripts that look like anvil. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
@Tag("integration")
class AnvilProcessTest {
    private static final String RUNNING = "echo noise; echo Listening on 127.0.0.1:4242; exec tail -f /dev/null";

    @TempDir
    private Path folder;

    @Test
    void itsPortIsReadFromWhatItSays() throws IOException {
        try (AnvilProcess anvil = AnvilProcess.start(program(RUNNING), List.of())) {
            assertEquals("http://127.0.0.1:4242", anvil.url());
        }
    }

    @Test
    void closingEndsIt() throws Exception {
        AnvilProcess anvil = AnvilProcess.start(program(RUNNING), List.of());
        List<ProcessHandle> all = all(anvil);
        anvil.close();
        assertAllEnd(all);
    }

    @Test
    void itEndsWhereWeAreKilledAndCanCloseNothing() throws Exception {
        AnvilProcess anvil = AnvilProcess.start(program(RUNNING), List.of());
        List<ProcessHandle> all = all(anvil);
        // What the system does with the pipes of a process that is gone.
        anvil.process().getOutputStream().close();
        assertAllEnd(all);
        anvil.close();
    }

    @Test
    void oneThatEndsAtOnceIsQuoted() throws IOException {
        Path program = program("echo 'error: unexpected argument'; exit 2");
        String message = assertThrows(IndependentException.class, () -> AnvilProcess.start(program, List.of()))
                .getMessage();
        assertTrue(message.contains("error: unexpected argument"), message);
    }

    @Test
    void whatIsNoProgramIsSaid() throws IOException {
        Path program = Files.writeString(folder.resolve("anvil"), "no program");
        assertThrows(IndependentException.class, () -> AnvilProcess.start(program, List.of()));
        assertThrows(IndependentException.class, () -> AnvilProcess.start(folder.resolve("none"), List.of()));
    }

    private static List<ProcessHandle> all(AnvilProcess anvil) {
        List<ProcessHandle> all = anvil.process().descendants().toList();
        assertFalse(all.isEmpty());
        return all;
    }

    private static void assertAllEnd(List<ProcessHandle> all) throws Exception {
        for (ProcessHandle handle : all) {
            handle.onExit().get(10, TimeUnit.SECONDS);
            assertFalse(handle.isAlive());
        }
    }

    private Path program(String script) throws IOException {
        Path file = Files.writeString(folder.resolve("anvil"), "#!/bin/sh\n" + script + "\n");
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }
}
