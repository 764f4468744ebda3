package thymus.spec.contract;

import java.util.List;
import java.util.Optional;

/** Where the checker finds the contracts that a file names; compiled artifacts stand behind it. */
public interface ContractSource {
    /**
     * The contract behind a reference such as {@code "Vault.sol:Vault"}.
     *
     * @return empty if there is none; the implementation throws its own error when one exists but cannot be read, or
     *     when several match
     */
    Optional<ContractModel> find(String reference);

    /** As {@link #find}, for a contract that stands somewhere already: an interface is enough. */
    default Optional<ContractModel> findInterface(String reference) {
        return find(reference);
    }

    /** Every reference that could be found, for suggestions. */
    List<String> references();

    /** Where was looked, for the message that nothing was found. */
    String description();

    /** What to do where a contract was not found. */
    default String advice() {
        return "compile it first, or point to the artifacts with --artifacts";
    }
}
