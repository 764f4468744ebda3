package thymus.corpus.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.corpus.Tool;
import thymus.fixtures.Repository;

@Tag("integration")
class ExtensionTest {
    private static final Path EXTENSION = Repository.at("ci/editor/vscode");
    private static final List<String> FILES = List.of(
            "README.md",
            "client.js",
            "extension.js",
            "language-configuration.json",
            "package.json",
            "syntaxes/inv.tmLanguage.json");

    @TempDir
    private Path folder;

    private Tool.Outcome run(String... command) throws IOException, InterruptedException {
        return Tool.run(EXTENSION, List.of(command));
    }

    /** A folder of its own for the cache: nothing that was fetched before is at hand. */
    @Test
    void npmPacksItWithoutANetwork() throws Exception {
        Tool.Outcome packed = run(
                "npm",
                "pack",
                "--offline",
                "--ignore-scripts",
                "--cache",
                folder.resolve("cache").toString(),
                "--pack-destination",
                folder.toString());
        assertEquals(0, packed.code(), packed.output());
        Path archive = folder.resolve("thymus-inv-0.1.0.tgz");
        assertTrue(Files.exists(archive), packed.output());
        Tool.Outcome listed = run("tar", "-tzf", archive.toString());
        assertEquals(
                FILES,
                listed.output()
                        .lines()
                        .map(l -> l.replace("package/", ""))
                        .sorted()
                        .toList(),
                listed.output());
    }

    @Test
    void thePackageForTheEditorHasTheSameFiles() throws Exception {
        Path archive = folder.resolve("thymus-inv.vsix");
        Tool.Outcome packed = run("node", "pack.js", archive.toString());
        assertEquals(0, packed.code(), packed.output());
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            TreeSet<String> names =
                    new TreeSet<>(zip.stream().map(e -> e.getName()).toList());
            assertTrue(names.remove("[Content_Types].xml") && names.remove("extension.vsixmanifest"), names::toString);
            assertEquals(
                    FILES, names.stream().map(n -> n.replace("extension/", "")).toList());
            for (String file : FILES) {
                byte[] content =
                        zip.getInputStream(zip.getEntry("extension/" + file)).readAllBytes();
                assertEquals(
                        Files.readString(EXTENSION.resolve(file)), new String(content, StandardCharsets.UTF_8), file);
            }
        }
    }

    /** The extension, in an editor of a few lines, with the server that the launcher starts. */
    @Test
    void theExtensionTalksToTheLauncher() throws Exception {
        build();
        Path script = folder.resolve("editor.js");
        try (InputStream in = ExtensionTest.class.getResourceAsStream("editor.js")) {
            Files.copy(in, script);
        }
        Tool.Outcome spoken = run(
                "node",
                script.toString(),
                EXTENSION.toString(),
                Repository.at("thymus").toString(),
                Repository.vault().toString());
        assertEquals(0, spoken.code(), spoken.output());
        assertEquals(
                List.of(
                        "diagnostics: 0",
                        "hover: uint128 level, a variable of vault: slot 0, offset 0, 16 bytes",
                        "definition: " + Repository.at("corpus/vault/Vault.sol").toUri() + " 20",
                        "completion: true",
                        "rename: 3",
                        "format: 0",
                        "diagnostics: 1",
                        "ended"),
                spoken.output().lines().toList(),
                spoken.output());
    }

    /** The first start builds Thymus, which takes as long as it takes. */
    private static void build() throws IOException, InterruptedException {
        Process first = new ProcessBuilder(Repository.at("thymus").toString(), "--version")
                .redirectErrorStream(true)
                .start();
        String output = new String(first.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, first.waitFor(), output);
    }
}
