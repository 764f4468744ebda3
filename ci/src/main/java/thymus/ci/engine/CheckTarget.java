package thymus.ci.engine;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import thymus.contracts.artifact.ArtifactStore;
import thymus.fork.state.ForkState;
import thymus.fork.state.Forks;
import thymus.spec.Specification;
import thymus.spec.check.SpecificationReader;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Scenario;

/**
 * A specification with the place of its contracts and the state that they begin with.
 *
 * @param file of the specification
 * @param artifacts where the user says that the contracts are; empty: beside the file
 * @param fork shared by all chains that are made of it; empty: none
 */
public record CheckTarget(Path file, Optional<Path> artifacts, Specification specification, Optional<ForkState> fork) {
    public static CheckTarget read(Path file, Optional<Path> artifacts) {
        return read(file, artifacts, Optional.empty(), Forks.Settings.usual());
    }

    /** @param fork of the command line, instead of the one in the file */
    public static CheckTarget read(
            Path file, Optional<Path> artifacts, Optional<String> fork, Forks.Settings settings) {
        ArtifactStore store = ArtifactStore.open(artifacts, file);
        Specification specification = SpecificationReader.read(file, store);
        store.warnings().forEach(settings.notes());
        Optional<ForkState> state =
                fork.map(text -> Forks.open(text, settings)).or(() -> Forks.of(specification, settings));
        return new CheckTarget(file, artifacts, specification, state);
    }

    /** A new chain with the system on it, as {@code setup} leaves it. */
    public DeployedSystem deploy() {
        return deploy(Map.of());
    }

    /**
     * As {@link #deploy()}, with values of the parameters.
     *
     * @param parameters by name; empty for the least values
     */
    public DeployedSystem deploy(Map<String, BigInteger> parameters) {
        Specification chosen = parameters.isEmpty() ? specification : specification.choosing(parameters);
        return DeployedSystem.deploy(chosen, ArtifactStore.open(artifacts, file), fork);
    }

    /** The system that a run begins with. */
    DeployedSystem deploy(Scenario scenario) {
        DeployedSystem system = deploy(scenario.parameters());
        system.judgeAt(scenario.witnesses());
        return system;
    }
}
