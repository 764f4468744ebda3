package thymus.spec;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import thymus.spec.contract.ContractModel;
import thymus.spec.tree.Flow;
import thymus.spec.tree.Property;

/**
 * The checked content of one .inv file.
 *
 * @param file as the user named it
 * @param contracts declared contract name to artifact reference and model, in order of declaration
 * @param actors in order of declaration
 * @param startTime Unix time of the first setup transaction
 * @param instances deployed name to declared contract name, in order of deployment
 * @param properties in order of appearance
 */
public record Specification(
        String file,
        Map<String, ContractDeclaration> contracts,
        List<String> actors,
        BigInteger startTime,
        List<SetupStep> setup,
        Map<String, String> instances,
        Adversary adversary,
        List<Flow> flows,
        List<Property> properties) {
    public record ContractDeclaration(String name, String reference, ContractModel model, Span span) {}

    public ContractModel modelOf(String instance) {
        return contracts.get(instances.get(instance)).model();
    }
}
