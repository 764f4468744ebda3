package thymus.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.fixtures.Repository;

/**
 * A project outside of the build uses the installed modules. They lie in a local repository of the test's own, which
 * takes everything else from the one that this build uses.
 */
@Tag("integration")
class ConsumerTest {
    private static final List<String> POMS = List.of(".", "harness");
    private static final List<String> JARS =
            List.of("spec", "harness/evm", "harness/contracts", "harness/fork", "harness/system", "fuzz");

    @TempDir
    private Path folder;

    @Test
    void aProjectWithJunitAndJqwikUsesTheInstalledModules() throws Exception {
        // What is compiled stays as it is: only jars are made.
        maven(
                Repository.root(),
                "-o",
                "package",
                "-pl",
                "fuzz",
                "-am",
                "-Dmaven.main.skip=true",
                "-Dmaven.test.skip=true");
        install();
        Path project = copy(Repository.at("corpus/consumer"));
        String said = maven(
                project,
                "test",
                "-s",
                settings().toString(),
                "-Dmaven.repo.local=" + folder.resolve("m2"),
                "-Dvault=" + Repository.vault());
        assertTrue(said.contains("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0"), said);
    }

    /** What the goal {@code install} does; its plugin need not be on a machine that only builds. */
    private void install() throws IOException {
        for (String module : POMS) {
            String name = module.equals(".") ? "thymus" : "thymus-" + module;
            install(Repository.at(module).resolve("pom.xml"), name, "pom");
        }
        for (String module : JARS) {
            String name = "thymus-" + Path.of(module).getFileName();
            install(Repository.at(module).resolve("pom.xml"), name, "pom");
            install(Repository.at(module).resolve("target/" + name + "-0.1.0.jar"), name, "jar");
        }
    }

    private void install(Path file, String name, String kind) throws IOException {
        Path place = folder.resolve("m2/io/github/thymus-evm").resolve(name).resolve("0.1.0");
        Files.createDirectories(place);
        Files.copy(file, place.resolve(name + "-0.1.0." + kind), StandardCopyOption.REPLACE_EXISTING);
    }

    private static String maven(Path project, String... arguments) throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Path program = Path.of(System.getProperty("maven.home"), "bin", windows ? "mvn.cmd" : "mvn");
        List<String> command = new ArrayList<>(List.of(program.toString(), "-B", "-ntp"));
        command.addAll(List.of(arguments));
        Tool.Outcome outcome = Tool.run(project, command);
        assertEquals(0, outcome.code(), outcome.output());
        return outcome.output();
    }

    /** Nothing is downloaded: what this build needed is there, and the consumer needs nothing else. */
    private Path settings() throws IOException {
        return Files.writeString(folder.resolve("settings.xml"), """
                <settings><mirrors><mirror><id>of-this-build</id><mirrorOf>*</mirrorOf>\
                <url>%s</url></mirror></mirrors></settings>
                """.formatted(
                        Path.of(System.getProperty("maven.repository")).toUri()));
    }

    private Path copy(Path project) throws IOException {
        Path copy = folder.resolve("consumer");
        for (String file : List.of("pom.xml", "src/test/java/example/VaultTest.java")) {
            Files.createDirectories(copy.resolve(file).getParent());
            Files.copy(project.resolve(file), copy.resolve(file));
        }
        return copy;
    }
}
