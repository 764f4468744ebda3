package thymus.fuzz.system;

import java.nio.file.Path;
import thymus.contracts.artifact.ArtifactStore;
import thymus.system.execution.DeployedSystem;

/** Systems of specifications, deployed with the artifacts beside them. */
public final class Corpus {
    private Corpus() {}

    public static DeployedSystem deploy(Path specification) {
        ArtifactStore store = ArtifactStore.beside(specification);
        return DeployedSystem.deploy(thymus.spec.check.SpecificationReader.read(specification, store), store);
    }
}
