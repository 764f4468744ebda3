package thymus.fuzz.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.contracts.abi.AbiValue;
import thymus.fuzz.random.SplitRandom;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Parameter;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/**
 * Gives functions that take bytes or texts the arguments of earlier steps of the sequence: what was proposed is
 * executed, and what was signed is used again. For one sequence.
 */
final class EarlierArguments {
    private static final int MOST = 8;

    private final SplitRandom random;
    private final List<StepCall.FunctionCall> calls = new ArrayList<>();

    EarlierArguments(SplitRandom random) {
        this.random = random;
    }

    void drawn(Step step) {
        if (step.call() instanceof StepCall.FunctionCall call && isWorthIt(call.function()) && calls.size() < MOST) {
            calls.add(call);
        }
    }

    /** Those of an earlier call with parameters of the same types; half of the time that there is one. */
    Optional<List<AbiValue>> of(FunctionModel function) {
        if (calls.isEmpty() || !isWorthIt(function)) {
            return Optional.empty();
        }
        List<AbiType> types = types(function);
        List<StepCall.FunctionCall> fitting = calls.stream()
                .filter(call -> types(call.function()).equals(types))
                .toList();
        return fitting.isEmpty() || random.chance(1, 2)
                ? Optional.empty()
                : Optional.of(random.pick(fitting).arguments());
    }

    /** What is made of words only is drawn again soon enough. This is asked at every step, where a stream would cost. */
    private static boolean isWorthIt(FunctionModel function) {
        for (Parameter parameter : function.inputs()) {
            if (!parameter.type().isWord()) {
                return true;
            }
        }
        return false;
    }

    private static List<AbiType> types(FunctionModel function) {
        return function.inputs().stream().map(Parameter::type).toList();
    }
}
