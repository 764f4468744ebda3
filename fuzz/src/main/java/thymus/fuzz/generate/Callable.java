package thymus.fuzz.generate;

import thymus.spec.contract.FunctionModel;

/**
 * A function that the adversary may call as a transaction.
 *
 * @param index its index in the {@link Universe}, for counters
 */
public record Callable(int index, String instance, FunctionModel function) {
    /** The name in reports: {@code vault.withdraw(uint256)}. */
    public String name() {
        return instance + "." + function.signature();
    }
}
