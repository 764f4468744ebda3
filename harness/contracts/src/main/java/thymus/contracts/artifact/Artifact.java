package thymus.contracts.artifact;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import thymus.spec.contract.ContractModel;
import thymus.spec.contract.FunctionModel;

/**
 * A compiled contract.
 *
 * @param name of the contract
 * @param source path of the Solidity file, as the compiler knows it
 * @param file the JSON from which it was read
 * @param errors the custom errors of the ABI, as functions without results
 * @param unnamed the entries for transactions that call none of its functions
 * @param creation the init code, without the constructor's arguments
 * @param runtime the deployed code, with zeros for immutables
 * @param compiler version, if the file or the code states it
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
    /** A contract's entry without a name. */
    public enum Unnamed {
        /** {@code receive()}, which accepts ether without data. */
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

    /** The unambiguous reference in a specification: {@code src/Vault.sol:Vault}. */
    public String reference() {
        return source + ":" + name;
    }

    /** The init code without the runtime code in it. */
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

    /**
     * Returns this contract.
     *
     * @throws ArtifactException if it cannot be deployed, for example because it is abstract or not linked
     */
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
