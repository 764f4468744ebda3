package thymus.system.crosscheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
@Tag("integration")
class AnvilFindingTest {
    @TempDir
    private Path folder;

    @Test
    void theVariableComesFirst() throws IOException {
        Path named = program("named/my-anvil");
        program("path/anvil");
        assertEquals(Optional.of(named), find(Map.of("THYMUS_ANVIL", named.toString(), "PATH", folder + "/path")));
    }

    @Test
    void aVariableThatNamesNothingIsAnError() throws IOException {
        program("path/anvil");
        Map<String, String> environment = Map.of("THYMUS_ANVIL", folder + "/none", "PATH", folder + "/path");
        String message = assertThrows(IndependentException.class, () -> find(environment))
                .getMessage();
        assertTrue(message.contains("THYMUS_ANVIL is " + folder + "/none"), message);
    }

    @Test
    void thePathIsSearchedForSomethingThatRuns() throws IOException {
        Files.createDirectories(folder.resolve("a/anvil"));
        Files.createDirectories(folder.resolve("b"));
        Files.writeString(folder.resolve("b/anvil"), "not to be run");
        Path program = program("c/anvil");
        String path = String.join(File.pathSeparator, "", folder + "/a", folder + "/b", "\0", folder + "/c");
        assertEquals(Optional.of(program), find(Map.of("PATH", path)));
    }

    @Test
    void noneIsNone() {
        assertEquals(Optional.empty(), find(Map.of()));
    }

    private Optional<Path> find(Map<String, String> environment) {
        return InstalledAnvil.find(
                name -> environment.getOrDefault(name, ""),
                folder.resolve("root").toString());
    }

    private Path program(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n");
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }
}
