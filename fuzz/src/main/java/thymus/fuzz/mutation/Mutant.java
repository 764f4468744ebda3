package thymus.fuzz.mutation;

import java.util.List;
import thymus.evm.code.Bytecode;

/**
 * A small change of one deployed contract.
 *
 * @param instances whose code it is: several where setup deploys a contract more than once
 * @param pc of the changed instruction, in the code as it was deployed
 * @param place in the source, such as {@code Vault.sol:120:9}, else {@code vault at pc 120}
 * @param source text of the expression or statement on one line; empty if it is not known
 * @param code as it is with the change
 */
public record Mutant(
        List<String> instances, int pc, MutationOperator operator, String place, String source, Bytecode code) {
    public Mutant {
        instances = List.copyOf(instances);
    }
}
