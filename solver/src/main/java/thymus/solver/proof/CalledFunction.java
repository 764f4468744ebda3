package thymus.solver.proof;

import java.math.BigInteger;
import java.util.Optional;
import thymus.contracts.abi.Selector;
import thymus.solver.property.SymbolicTransaction;
import thymus.spec.Specification;
import thymus.spec.contract.FunctionModel;

/** Determines which function a path of a transaction calls, from the path's facts about the selector. */
final class CalledFunction {
    private CalledFunction() {}

    /** Such as {@code vault.withdraw(uint256)}. This method creates no term, so later queries do not change. */
    static String name(Specification specification, SymbolicTransaction transaction) {
        if (transaction.attempted().isEmpty()) {
            return "a transaction that changes nothing";
        }
        if (transaction.target().isEmpty() && transaction.failure().isEmpty()) {
            return "a transaction that fails";
        }
        String target = transaction.attempted().get();
        return function(specification, target, transaction)
                .map(f -> target + "." + f.signature() + (transaction.target().isEmpty() ? ", which fails" : ""))
                .orElse(target + ", called by no one name: receive, fallback, or several functions alike");
    }

    private static Optional<FunctionModel> function(
            Specification specification, String target, SymbolicTransaction transaction) {
        return transaction
                .simplifier()
                .facts()
                .range(transaction.call().selector())
                .single()
                .flatMap(value -> specification.modelOf(target).functions().stream()
                        .filter(f -> BigInteger.valueOf(Selector.of(f).value() & 0xffffffffL)
                                .equals(value))
                        .findFirst());
    }

    /** Such as {@code vault is Vault of Vault.sol:Vault}; empty for a transaction without effect. */
    static Optional<String> contract(Specification specification, SymbolicTransaction transaction) {
        return transaction.target().map(target -> {
            String declared = specification.instances().get(target);
            return target + " is " + declared + " of "
                    + specification.contracts().get(declared).reference();
        });
    }
}
