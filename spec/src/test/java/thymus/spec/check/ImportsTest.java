package thymus.spec.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thymus.spec.Examples;
import thymus.spec.SpecException;
import thymus.spec.Specification;
import thymus.spec.TestContracts;
import thymus.spec.tree.Property;

/** An import stands for what its file declares, and leads to files of the project only. */
class ImportsTest {
    @TempDir
    private Path outside;

    private Path project;

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectories(outside.resolve("project/specs"));
        write("system.inv", Examples.SYSTEM);
    }

    private void write(String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Specification read(String name) {
        return SpecificationReader.read(project.resolve(name), new TestContracts());
    }

    private String message(String text) throws IOException {
        write("main.inv", text);
        String message =
                assertThrows(SpecException.class, () -> read("main.inv")).getMessage();
        return message.replace(project.toString().replace('\\', '/') + "/", "").replace(project + "/", "");
    }

    @Test
    void declaresWhatTheFileDeclaresInItsPlace() throws IOException {
        write("lib/caps.inv", "import \"../system.inv\"; define CAP = 5; invariant first: vault.capacity <= CAP;");
        write("main.inv", "import \"lib/caps.inv\"; import \"system.inv\"; invariant second: vault.capacity != CAP;");
        assertEquals(
                List.of("first", "second"),
                read("main.inv").properties().stream().map(Property::name).toList());
        assertEquals(3, SpecificationReader.files(project.resolve("main.inv")).size());
    }

    @Test
    void placesNameTheirFile() throws IOException {
        write("lib.inv", "\n  invariant a: vault.capacty > 0;");
        assertTrue(message("import \"system.inv\"; import \"lib.inv\";")
                .startsWith("lib.inv:2:22: contract Vault has no state variable 'capacty'\n"
                        + "      invariant a: vault.capacty > 0;\n"));
        write("lib.inv", "invariant a: (");
        assertTrue(message("import \"lib.inv\";").startsWith("lib.inv:1:"));
        write("lib.inv", "\nactor alice;");
        assertEquals(
                "lib.inv:2:7: 'alice' is already declared at line 4 of system.inv",
                message("import \"system.inv\"; import \"lib.inv\";")
                        .lines()
                        .findFirst()
                        .orElseThrow());
        write("lib.inv", "define f(x) = x + vault.paused();");
        assertEquals(
                "  in the definition of 'f', used at main.inv:2:15",
                message("import \"system.inv\"; import \"lib.inv\";\ninvariant x:  f(1) > 0;")
                        .lines()
                        .reduce((a, b) -> b)
                        .orElseThrow());
    }

    @Test
    void circlesAreShown() throws IOException {
        write("a.inv", "import \"b.inv\";");
        write("b.inv", "import \"main.inv\";");
        assertEquals(
                "b.inv:1:8: files import each other in a circle: main.inv -> a.inv -> b.inv -> main.inv",
                message("import \"a.inv\";").lines().findFirst().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../secret.inv",
                "/etc/passwd",
                "/etc/x.inv",
                "C:/x.inv",
                "..\\\\x.inv",
                "\\\\\\\\host\\\\x.inv",
                "link.inv",
                "folder.inv",
                "missing.inv",
                "system.txt",
                "",
                " ",
                "file:x.inv",
                "http://x/y.inv",
                "a\\tb.inv",
                "../specs/../../secret.inv"
            })
    void hostilePathsAreRefused(String path) throws IOException {
        Files.writeString(outside.resolve("secret.inv"), "actor stolen;");
        Files.createSymbolicLink(project.resolve("link.inv"), outside.resolve("secret.inv"));
        Files.createDirectories(project.resolve("folder.inv"));
        Files.writeString(project.resolve("system.txt"), "actor other;");
        String message = message("import \"" + path + "\";");
        assertTrue(message.startsWith("main.inv:1:8: "), message);
    }

    @Test
    void theProjectIsTheNearestFolderWithItsMark() throws IOException {
        Files.createFile(project.getParent().resolve("foundry.toml"));
        Files.writeString(project.getParent().resolve("common.inv"), Examples.SYSTEM);
        write("main.inv", "import \"../common.inv\"; invariant x: vault.capacity > 0;");
        assertEquals(1, read("main.inv").properties().size());
        Files.writeString(outside.resolve("secret.inv"), "actor stolen;");
        assertTrue(message("import \"../../secret.inv\";").contains("leads out of the project"));
    }

    @Test
    void manyAndLargeFilesAreRefused() throws IOException {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            write("many/f" + i + ".inv", "define f" + i + " = 1;");
            many.append("import \"many/f").append(i).append(".inv\";\n");
        }
        assertTrue(message(many.toString()).contains("at most 100 files"));
        write("large.inv", "//" + "x".repeat(700_000));
        write("large2.inv", "//" + "x".repeat(700_000));
        assertTrue(message("import \"large.inv\"; import \"large2.inv\";").contains("larger than 1 MB"));
    }
}
