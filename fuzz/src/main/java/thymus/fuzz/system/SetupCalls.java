package thymus.fuzz.system;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import thymus.contracts.abi.AbiCodec;
import thymus.contracts.abi.AbiException;
import thymus.contracts.abi.Selector;
import thymus.spec.contract.FunctionModel;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.SetupTransaction;
import thymus.system.execution.StepCall;

/** The calls of setup, read back from its transactions. */
final class SetupCalls {
    private SetupCalls() {}

    static List<StepCall.FunctionCall> of(DeployedSystem system) {
        List<StepCall.FunctionCall> calls = new ArrayList<>();
        for (SetupTransaction transaction : system.setup()) {
            transaction
                    .to()
                    .flatMap(system.accounts()::nameOf)
                    .flatMap(target -> call(system.functions(target), transaction.data()))
                    .ifPresent(calls::add);
        }
        return List.copyOf(calls);
    }

    private static Optional<StepCall.FunctionCall> call(List<FunctionModel> functions, byte[] data) {
        if (data.length < Selector.SIZE) {
            return Optional.empty();
        }
        Selector selector = Selector.fromCallData(data);
        for (FunctionModel function : functions) {
            if (Selector.of(function).equals(selector)) {
                try {
                    return Optional.of(new StepCall.FunctionCall(
                            function,
                            AbiCodec.decode(
                                    AbiCodec.types(function.inputs()),
                                    Arrays.copyOfRange(data, Selector.SIZE, data.length))));
                } catch (AbiException notItsArguments) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
