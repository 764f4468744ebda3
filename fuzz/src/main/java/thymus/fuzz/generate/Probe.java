package thymus.fuzz.generate;

import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;

/**
 * A view function with a numeric result, whose arguments, if any, are addresses. Its current value is often the
 * boundary at which a call begins to fail.
 *
 * @param index its index in the {@link Universe}
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
