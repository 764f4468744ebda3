package thymus.solver;

import java.io.IOException;
import java.nio.file.Path;
import thymus.contracts.artifact.ArtifactStore;
import thymus.spec.check.SpecificationReader;
import thymus.system.execution.DeployedSystem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The specifications of the corpus, deployed. */
public final class Corpus {
    private Corpus() {}

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
