package thymus.solver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import thymus.contracts.artifact.ArtifactStore;
import thymus.spec.check.SpecificationReader;
import thymus.system.execution.DeployedSystem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The specifications of the corpus, deployed. */
public final class Corpus {
    private Corpus() {}

    private static Path root() {
        return Path.of(System.getProperty("thymus.root", "..")).resolve("corpus");
    }

    public static Path vault() {
        return root().resolve("vault/Vault.inv");
    }

    public static List<Path> broken() throws IOException {
        try (Stream<Path> files = Files.list(root().resolve("vault/broken"))) {
            return files.filter(f -> f.toString().endsWith(".inv")).sorted().toList();
        }
    }

    /** The specifications of a kind of claims that are true or false. */
    public static List<Path> soundness(String kind) throws IOException {
        try (Stream<Path> files = Files.list(root().resolve("soundness").resolve(kind))) {
            return files.filter(f -> f.toString().endsWith(".inv")).sorted().toList();
        }
    }

    public static DeployedSystem deploy(Path specification) {
        ArtifactStore artifacts = ArtifactStore.beside(specification);
        return DeployedSystem.deploy(SpecificationReader.read(specification, artifacts), artifacts);
    }

    /** What the file beside the specification says of the property: its verdict and, if broken, in how many steps. */
    public static JsonNode expected(Path specification, String property) throws IOException {
        Path file = specification.resolveSibling(
                specification.getFileName().toString().replace(".inv", ".expected.json"));
        return new ObjectMapper().readTree(file.toFile()).path("properties").path(property);
    }
}
