package thymus.corpus.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import thymus.corpus.house.PackageGraph.Edge;
import thymus.fixtures.Repository;

/** The order of modules and packages, over the compiled main classes of the whole product. */
class ArchitectureTest {
    /**
     * A module, whose packages begin with its name.
     *
     * @param folder below the root
     * @param uses the modules that it may use
     */
    private record Module(String folder, Set<String> uses) {}

    private static final Map<String, Module> MODULES = Map.of(
            "spec", new Module("spec", Set.of()),
            "evm", new Module("harness/evm", Set.of()),
            "contracts", new Module("harness/contracts", Set.of("spec", "evm")),
            "fork", new Module("harness/fork", Set.of("spec", "evm")),
            "system", new Module("harness/system", Set.of("spec", "evm", "contracts", "fork")),
            "solver", new Module("solver", Set.of("spec", "evm", "contracts", "fork", "system")),
            "fuzz", new Module("fuzz", Set.of("spec", "evm", "contracts", "fork", "system")),
            "ci", new Module("ci", Set.of("spec", "evm", "contracts", "fork", "system", "solver", "fuzz")));

    private static final Pattern MAY_IMPORT =
            Pattern.compile("May import of Thymus: ((?:\\{@code [a-z0-9.]+}(?:, )?)+)\\.");
    private static final Pattern CODE = Pattern.compile("\\{@code ([a-z0-9.]+)}");

    private static PackageGraph graph;

    private static Path root() {
        return Repository.root();
    }

    @BeforeAll
    static void read() throws IOException {
        graph = PackageGraph.of(MODULES.values().stream()
                .map(m -> root().resolve(m.folder()).resolve("target/classes"))
                .toList());
    }

    @Test
    void packagesHaveNoCycle() {
        assertEquals(List.of(), graph.cycle().orElse(List.of()), "a cycle of packages");
    }

    /** A test that looks into the wrong folders would find nothing wrong. */
    @Test
    void everyModuleIsRead() {
        assertEquals(
                MODULES.keySet(),
                graph.uses().keySet().stream().map(ArchitectureTest::module).collect(Collectors.toSet()));
    }

    @Test
    void aModuleUsesOnlyThoseBeforeIt() {
        List<Edge> wrong = new ArrayList<>();
        graph.uses()
                .forEach((from, used) -> used.stream()
                        .filter(to -> !module(to).equals(module(from))
                                && !MODULES.get(module(from)).uses().contains(module(to)))
                        .forEach(to -> wrong.add(new Edge(from, to))));
        assertEquals(List.of(), wrong);
    }

    private static String module(String name) {
        return name.split("\\.")[1];
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        List<Path> silent = new ArrayList<>();
        for (Path folder : sourceFolders()) {
            if (!Files.exists(folder.resolve("package-info.java"))) {
                silent.add(folder);
            }
        }
        assertEquals(List.of(), silent, "packages without package-info.java");
    }

    /** The sentence is optional; where it stands, it is true. */
    @Test
    void packagesUseOnlyWhatTheySayTheyMayImport() throws IOException {
        List<Edge> unsaid = new ArrayList<>();
        int checked = 0;
        for (Path folder : sourceFolders()) {
            String text = Files.readString(folder.resolve("package-info.java")).replaceAll("\\s+\\* ?", " ");
            Matcher sentence = MAY_IMPORT.matcher(text);
            String name = text.replaceAll("(?s).*package (thymus[a-z0-9.]*);.*", "$1");
            if (sentence.find() && graph.uses().containsKey(name)) {
                checked++;
                Set<String> said = new TreeSet<>();
                CODE.matcher(sentence.group(1)).results().forEach(r -> said.add("thymus." + r.group(1)));
                graph.uses().get(name).stream()
                        .filter(to -> !said.contains(to))
                        .forEach(to -> unsaid.add(new Edge(name, to)));
            }
        }
        assertTrue(checked >= 15, "sentences found: " + checked);
        assertEquals(List.of(), unsaid, "uses that package-info.java does not name");
    }

    private static List<Path> sourceFolders() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Module module : MODULES.values()) {
            try (Stream<Path> folders =
                    Files.walk(root().resolve(module.folder()).resolve("src/main/java"))) {
                for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                    if (holdsClasses(folder)) {
                        found.add(folder);
                    }
                }
            }
        }
        return found;
    }

    private static boolean holdsClasses(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(f -> f.toString().endsWith(".java"));
        }
    }
}
