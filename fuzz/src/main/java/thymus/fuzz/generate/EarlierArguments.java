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
    private static final int MOST_OF_SETUP = 4;
    /** How often a signature that is used again is written in another form. */
    private static final int ALTERED_IN = 3;

    private final SplitRandom random;
    private final Signing signing;
    private final List<StepCall.FunctionCall> calls = new ArrayList<>();

    EarlierArguments(SplitRandom random, Universe universe, Signing signing) {
        this.random = random;
        this.signing = signing;
        universe.earlier().stream()
                .filter(call -> isWorthIt(call.function()))
                .limit(MOST_OF_SETUP)
                .forEach(calls::add);
    }

    void drawn(Step step) {
        if (step.call() instanceof StepCall.FunctionCall call
                && calls.size() < MOST
                && (isWorthIt(call.function()) || signing.asks(step))) {
            calls.add(call);
        }
    }

    /** Those of an earlier call with parameters of the same types; half of the time that there is one. */
    Optional<List<AbiValue>> of(String target, FunctionModel function) {
        if (calls.isEmpty()) {
            return Optional.empty();
        }
        boolean isSigned = signing.asks(target, function);
        if (!isSigned && !isWorthIt(function)) {
            return Optional.empty();
        }
        List<AbiType> types = types(function);
        List<StepCall.FunctionCall> fitting = calls.stream()
                .filter(call -> types(call.function()).equals(types))
                .toList();
        if (fitting.isEmpty() || random.chance(1, 2)) {
            return Optional.empty();
        }
        List<AbiValue> arguments = random.pick(fitting).arguments();
        return Optional.of(
                isSigned && random.chance(1, ALTERED_IN)
                        ? SignatureForms.altered(function.inputs(), arguments, random)
                        : arguments);
    }

    /** What is made of words only is drawn again soon enough. Every step asks this, and a stream would cost. */
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
