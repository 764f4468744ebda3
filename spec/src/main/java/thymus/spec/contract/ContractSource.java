package thymus.spec.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the contracts that a file names. The implementation reads compiled artifacts. */
public interface ContractSource {
    /**
     * The contract for a reference such as {@code "Vault.sol:Vault"}.
     *
     * @return empty if there is none; the implementation throws its own error if one is unreadable or several match
     */
    Optional<ContractModel> find(String reference);

    /** Like {@link #find}, for a contract that is already deployed, which needs only an interface. */
    default Optional<ContractModel> findInterface(String reference) {
        return find(reference);
    }

    /** The custom errors of a contract, written as functions without results. */
    default List<FunctionModel> errors(String reference) {
        return List.of();
    }

    /**
     * The members of the enums that a contract is compiled with, by names such as {@code Vault.State}.
     *
     * @return empty if nothing says what enums there are
     */
    default Optional<Map<String, List<String>>> enums(String reference) {
        return Optional.empty();
    }

    /** All valid references, for suggestions. */
    List<String> references();

    /** The searched location, for the message that nothing was found. */
    String description();

    /** The advice if a contract was not found. */
    default String advice() {
        return "compile it first, or point to the artifacts with --artifacts";
    }
}
