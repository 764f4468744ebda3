package thymus.system.execution;

import java.util.Optional;
import thymus.evm.primitive.Address;
import thymus.spec.Specification;

/**
 * Decides which accounts can send transactions: those for which a key exists. At the address of a contract of another
 * chain anybody may stand.
 */
final class PossibleSenders {
    private PossibleSenders() {}

    /** Why the account cannot send transactions, as a text that follows its name; empty if it can. */
    static Optional<String> hindrance(Address account, DeployedSystem system) {
        if (Convert.number(account).compareTo(Specification.LEAST_SENDER) < 0) {
            return Optional.of("sends no transactions: below 0x200 stand precompiles, of which nobody has a key");
        }
        return system.artifactAt(account).isPresent()
                ? Optional.of("is a contract: contracts send no transactions")
                : Optional.empty();
    }
}
