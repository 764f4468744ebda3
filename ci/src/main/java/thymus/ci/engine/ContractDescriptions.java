package thymus.ci.engine;

import java.util.List;
import thymus.ci.verdict.CheckedContract;
import thymus.contracts.artifact.Artifact;
import thymus.evm.primitive.Keccak;
import thymus.system.execution.DeployedSystem;

/** Describes the checked contracts for a report, so that a reader knows which code was analysed. */
final class ContractDescriptions {
    private ContractDescriptions() {}

    /** @param system right after setup */
    static List<CheckedContract> of(DeployedSystem system) {
        return system.specification().instances().keySet().stream()
                .map(name -> of(system, name))
                .toList();
    }

    private static CheckedContract of(DeployedSystem system, String name) {
        Artifact artifact = system.artifactOf(name);
        return new CheckedContract(
                name,
                system.codeArtifactOf(name)
                                .filter(code -> code != artifact)
                                .map(code -> code.reference() + " as ")
                                .orElse("")
                        + artifact.reference(),
                system.addressOf(name).toString(),
                "0x%064x".formatted(Keccak.hash(system.code(name)).toBigInteger()),
                artifact.compiler());
    }
}
