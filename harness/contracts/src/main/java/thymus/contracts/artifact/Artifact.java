package thymus.contracts.artifact;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import thymus.spec.contract.ContractModel;
import thymus.spec.contract.FunctionModel;

/**
 * One compiled contract.
 *
 * @param name of the contract
 * @param source path of the Solidity file, as the compiler knows it
 * @param file the JSON it was read from
 * @param errors the custom errors of the ABI, written as functions without results
 * @param unnamed what it does with transactions that call none of its functions
 * @param creation what a deployment transaction carries before the constructor's arguments
 * @param runtime what stands at the address afterwards, but for immutables
 * @param compiler version, where the file or the code says it
 */
public record Artifact(
        String name,
        String source,
        Path file,
        ContractModel model,
        List<FunctionModel> errors,
        Set<Unnamed> unnamed,
        ArtifactCode creation,
        ArtifactCode runtime,
        Optional<String> compiler) {
    /** An entry of a contract that has no name to call it by. */
    public enum Unnamed {
        /** {@code receive()}: takes ether that comes without data. */
        RECEIVE,
        /** {@code fallback()} without ether. */
        FALLBACK,
        /** {@code fallback() payable}. */
        PAYABLE_FALLBACK
    }

    public Artifact {
        errors = List.copyOf(errors);
        unnamed = Set.copyOf(unnamed);
    }

    /** How a specification names it without doubt: {@code src/Vault.sol:Vault}. */
    public String reference() {
        return source + ":" + name;
    }

    /** What creates the contract, without the code that is to stand on the chain. */
    public byte[] creator() {
        byte[] whole = creation.bytes();
        byte[] inner = runtime.bytes();
        int at = inner.length == 0 ? -1 : indexOf(whole, inner);
        if (at < 0) {
            return whole;
        }
        byte[] rest = Arrays.copyOf(whole, whole.length - inner.length);
        System.arraycopy(whole, at + inner.length, rest, at, rest.length - at);
        return rest;
    }

    private static int indexOf(byte[] whole, byte[] part) {
        for (int at = 0; at + part.length <= whole.length; at++) {
            if (Arrays.equals(whole, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        return -1;
    }

    /** @throws ArtifactException if it cannot be deployed as it is */
    public Artifact requireDeployable() {
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
