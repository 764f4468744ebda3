package thymus.ci.init;

import java.util.List;
import java.util.stream.Collectors;
import thymus.contracts.artifact.ArtifactStore;
import thymus.spec.Specification;
import thymus.spec.check.SpecificationReader;

/**
 * The declarations and the setup of a first specification.
 *
 * @param actors the one who deploys first
 */
record SetupDraft(List<DeployedContract> deployments, List<String> actors) {
    /** What errors call a text that is in no file yet. */
    static final String FILE = "first.inv";

    SetupDraft {
        deployments = List.copyOf(deployments);
        actors = List.copyOf(actors);
    }

    String deployer() {
        return actors.getFirst();
    }

    String text() {
        return declarations() + "\n" + setup();
    }

    String declarations() {
        String contracts = deployments.stream()
                .map(DeployedContract::declaration)
                .distinct()
                .collect(Collectors.joining());
        return contracts + "\nactor " + String.join(", ", actors) + ";\n";
    }

    String setup() {
        return deployments.stream()
                .map(d -> d.statements(deployer()))
                .collect(Collectors.joining("", "setup {\n", "}\n"));
    }

    /** The specification that begins like this and goes on with the text. */
    Specification with(String more, ArtifactStore store) {
        return SpecificationReader.read(text() + more, FILE, store);
    }
}
