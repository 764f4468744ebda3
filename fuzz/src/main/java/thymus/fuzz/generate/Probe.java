package thymus.fuzz.generate;

import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;

/**
 * A view function whose result is a number and whose arguments, if any, are addresses: its current value is often just
 * the amount at which something begins to fail.
 *
 * @param index its place in the universe
 */
public record Probe(int index, String instance, FunctionModel function) {
    private static final int MOST_ARGUMENTS = 2;

    public static boolean isOne(FunctionModel function) {
        return !function.mutability().changesState()
                && function.inputs().size() <= MOST_ARGUMENTS
                && function.inputs().stream().allMatch(p -> p.type() instanceof AbiType.Address)
                && !function.outputs().isEmpty()
                && function.outputs().stream()
                        .anyMatch(p -> p.type() instanceof AbiType.UInt || p.type() instanceof AbiType.Int);
    }
}
