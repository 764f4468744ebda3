package thymus.solver.property;

import java.math.BigInteger;
import java.util.Optional;
import thymus.contracts.abi.Selector;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.term.Interval;
import thymus.spec.contract.ContractModel;
import thymus.spec.contract.FunctionModel;

/**
 * A function that the prover could not read to the end of every path.
 *
 * @param name with instance and types; for calls that select no function of the interface, a name for all of them
 * @param reason what was met, and where
 * @param mayChangeState false for a function that is declared to be a view
 */
public record UnreadFunction(String name, String reason, boolean mayChangeState) {
    /** @param selector every value that it can have on the path */
    static UnreadFunction of(
            String instance, Interval selector, ContractModel model, UnsupportedConstructException reason) {
        Optional<FunctionModel> function = selector.single()
                .flatMap(value -> model.functions().stream()
                        .filter(f -> BigInteger.valueOf(Selector.of(f).value() & 0xffffffffL)
                                .equals(value))
                        .findFirst());
        return new UnreadFunction(
                function.map(f -> instance + "." + f.signature()).orElse("calls of " + instance + " by no known name"),
                reason.getMessage(),
                function.map(f -> f.mutability().changesState()).orElse(true));
    }

    /**
     * All functions of a contract that setup created and nobody knows.
     *
     * @param address of the contract
     * @param creator its name or address
     */
    public static UnreadFunction ofAll(String address, String creator, String reason) {
        return new UnreadFunction(
                "the functions of the contract at " + address + " created by " + creator, reason, true);
    }

    @Override
    public String toString() {
        return name + ": " + reason;
    }
}
