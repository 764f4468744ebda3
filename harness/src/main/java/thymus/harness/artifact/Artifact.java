package thymus.harness.artifact;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import thymus.spec.contract.ContractModel;
import thymus.spec.contract.FunctionModel;

/**
 * One compiled contract.
 *
 * @param name of the contract
 * @param source path of the Solidity file, as the compiler knows it
 * @param file the JSON it was read from
 * @param errors the custom errors of the ABI, written as functions without results
 * @param creation what a deployment transaction carries before the constructor's arguments
 * @param runtime what stands at the address afterwards, but for immutables
 * @param compiler version, where the file says it
 */
public record Artifact(
        String name,
        String source,
        Path file,
        ContractModel model,
        List<FunctionModel> errors,
        CompiledCode creation,
        CompiledCode runtime,
        Optional<String> compiler) {
    public Artifact {
        errors = List.copyOf(errors);
    }

    /** How a specification names it without doubt: {@code src/Vault.sol:Vault}. */
    public String reference() {
        return source + ":" + name;
    }

    /** @throws ArtifactException if it cannot be deployed as it is */
    Artifact requireDeployable() {
        if (!creation.unlinked().isEmpty()) {
            throw new ArtifactException(file + ": " + reference() + " needs the libraries "
                    + String.join(", ", creation.unlinked())
                    + ", which are not linked; compile it with their addresses or make their functions internal");
        }
        if (creation.size() == 0) {
            throw new ArtifactException(file + ": " + reference() + " has no bytecode: it is an interface or an "
                    + "abstract contract; name a contract that can be deployed");
        }
        return this;
    }
}
