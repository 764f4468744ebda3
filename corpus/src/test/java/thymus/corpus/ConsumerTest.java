package thymus.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
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
    private static final Path CI = Repository.at("ci");
    private static final List<String> JARS =
            List.of("spec", "harness/evm", "harness/contracts", "harness/fork", "harness/system", "solver", "fuzz");

    @TempDir
    private Path folder;

    @Test
    void aProjectWithJunitJqwikAndJazzerUsesTheInstalledModules() throws Exception {
        // What is compiled stays as it is: only jars are made.
        Tool.Outcome packaged = maven(
                Repository.root(),
                Map.of(),
                "-o",
                "package",
                "-pl",
                "solver,fuzz",
                "-am",
                "-Dmaven.main.skip=true",
                "-Dmaven.test.skip=true");
        assertEquals(0, packaged.code(), packaged.output());
        install();
        Path project = folder.resolve("consumer");
        copy(Repository.at("corpus/consumer"), project);
        copy(Repository.at("corpus/vault"), project.resolve("vault"));

        Tool.Outcome tested = consumer(project, Map.of());
        assertEquals(0, tested.code(), tested.output());
        assertTrue(tested.output().contains("Tests run: 7, Failures: 0, Errors: 0, Skipped: 0"), tested.output());

        Tool.Outcome fuzzed = consumer(project, Map.of("JAZZER_FUZZ", "1"), "-Dtest=VaultFuzzTest");
        assertTrue(fuzzed.output().contains("quarantined is broken by 2 steps:"), fuzzed.output());
        assertEquals(1, fuzzed.code(), fuzzed.output());
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
        // The launcher runs the jar that Maven would make, and other tests run the launcher meanwhile.
        Path jar = folder.resolve("thymus-ci.jar");
        ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", CI + "/target/classes", ".");
        install(CI.resolve("pom.xml"), "thymus-ci", "pom");
        install(jar, "thymus-ci", "jar");
    }

    private void install(Path file, String name, String kind) throws IOException {
        Path place = folder.resolve("m2/io/github/thymus-evm").resolve(name).resolve("0.1.0");
        Files.createDirectories(place);
        Files.copy(file, place.resolve(name + "-0.1.0." + kind), StandardCopyOption.REPLACE_EXISTING);
    }

    private Tool.Outcome consumer(Path project, Map<String, String> environment, String... more)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(
                List.of("test", "-s", settings().toString(), "-Dmaven.repo.local=" + folder.resolve("m2")));
        arguments.addAll(List.of(more));
        return maven(project, environment, arguments.toArray(String[]::new));
    }

    private static Tool.Outcome maven(Path project, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Path program = Path.of(System.getProperty("maven.home"), "bin", windows ? "mvn.cmd" : "mvn");
        List<String> command = new ArrayList<>(List.of(program.toString(), "-B", "-ntp"));
        command.addAll(List.of(arguments));
        return Tool.run(project, command, environment);
    }

    /** Nothing is downloaded: what this build needed is there, and the consumer needs nothing else. */
    private Path settings() throws IOException {
        return Files.writeString(folder.resolve("settings.xml"), """
                <settings><mirrors><mirror><id>of-this-build</id><mirrorOf>*</mirrorOf>\
                <url>%s</url></mirror></mirrors></settings>
                """.formatted(
                        Path.of(System.getProperty("maven.repository")).toUri()));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
