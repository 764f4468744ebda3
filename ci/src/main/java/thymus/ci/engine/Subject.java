package thymus.ci.engine;

import java.nio.file.Path;
import java.util.Optional;
import thymus.harness.artifact.ArtifactStore;
import thymus.harness.system.DeployedSystem;
import thymus.spec.Specification;
import thymus.spec.SpecificationReader;

/**
 * A specification with the place of its contracts.
 *
 * @param file of the specification
 * @param artifacts where the user says that the contracts are; empty: beside the file
 */
public record Subject(Path file, Optional<Path> artifacts, Specification specification) {
    public static Subject read(Path file, Optional<Path> artifacts) {
        return new Subject(file, artifacts, SpecificationReader.read(file, ArtifactStore.open(artifacts, file)));
    }

    /** A new chain with the system on it, as {@code setup} leaves it. */
    public DeployedSystem deploy() {
        return DeployedSystem.deploy(specification, ArtifactStore.open(artifacts, file));
    }
}
