package thymus.ci.init;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import thymus.contracts.artifact.Artifact;
import thymus.spec.contract.Parameter;

/**
 * A contract as setup deploys it.
 *
 * @param declared the name of the contract in the file
 * @param instance the name of what is deployed
 * @param initializer the arguments of its function initialize; empty: it is not called
 */
record DeployedContract(
        Artifact contract,
        String declared,
        String instance,
        List<String> arguments,
        Optional<List<String>> initializer) {
    DeployedContract {
        arguments = List.copyOf(arguments);
        initializer = initializer.map(List::copyOf);
    }

    String declaration() {
        return "contract " + declared + " = \"" + contract.reference() + "\";\n";
    }

    /** The statements, with a comment that says what the arguments are. */
    String statements(String deployer) {
        String values = contract.model()
                .constructor()
                .filter(f -> !f.inputs().isEmpty())
                .map(f -> comment(f.inputs()))
                .orElse("");
        String call = initializer
                .map(a -> instance + ".initialize(" + String.join(", ", a) + ") from " + deployer + ";\n")
                .orElse("");
        return values + instance + " = new " + declared + "(" + String.join(", ", arguments) + ") from " + deployer
                + ";\n" + call;
    }

    private static String comment(List<Parameter> parameters) {
        return Comments.of("Guessed from the types and names: "
                + parameters.stream()
                        .map(p -> (p.name() + " " + p.type().canonicalName()).strip())
                        .collect(Collectors.joining(", "))
                + ".");
    }
}
