package thymus.solver.property;

import java.util.Optional;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.term.Interval;
import thymus.spec.contract.ContractModel;
import thymus.spec.contract.FunctionModel;

/**
 * A function that the prover could not explore on every path.
 *
 * @param name the name with instance and types; one name for all calls that select no function of the interface
 * @param reason the unsupported construct and its location
 * @param mayChangeState false for a function that is declared as a view
 */
public record UnreadFunction(String name, String reason, boolean mayChangeState) {
    /**
     * @param selector the interval of its values on the path
     * @param isAsDeclared whether the code is what the model was compiled with, so that its views are views
     */
    static UnreadFunction of(
            String instance,
            Interval selector,
            ContractModel model,
            boolean isAsDeclared,
            UnsupportedConstructException reason) {
        Optional<FunctionModel> function = selector.single()
                .flatMap(value -> model.functions().stream()
                        .filter(f -> FunctionCalls.selector(f).equals(value))
                        .findFirst());
        return new UnreadFunction(
                function.map(f -> instance + "." + f.signature()).orElse("calls of " + instance + " by no known name"),
                reason.getMessage(),
                !isAsDeclared
                        || function.map(f -> f.mutability().changesState()).orElse(true));
    }

    /**
     * All functions of an unknown contract that setup created.
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
