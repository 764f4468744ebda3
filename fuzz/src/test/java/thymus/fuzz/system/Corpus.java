package thymus.fuzz.system;

import java.nio.file.Path;
import thymus.contracts.artifact.ArtifactStore;
import thymus.system.execution.DeployedSystem;

/** The repository's own vault and its broken variants. */
public final class Corpus {
    private Corpus() {}

    public static Path vault() {
        return Path.of(System.getProperty("thymus.root", "..")).resolve("corpus/vault");
    }

    public static Path broken() {
        return vault().resolve("broken");
    }

    public static DeployedSystem deploy(Path specification) {
        ArtifactStore store = ArtifactStore.beside(specification);
        return DeployedSystem.deploy(thymus.spec.check.SpecificationReader.read(specification, store), store);
    }
}
