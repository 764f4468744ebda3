package thymus.fuzz.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import thymus.contracts.abi.AbiValue;
import thymus.fuzz.random.SplitRandom;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Parameter;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/**
 * Gives functions that take bytes or texts the arguments of earlier steps of the sequence: what was proposed is
 * executed, and what was signed is used again. Where one of the two functions takes more, they share what both begin
 * with, as scheduling a call and making it do. For one sequence.
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

    /**
     * Those of an earlier call whose parameters begin with as many of the same types as those of any; half of the time
     * that there is one.
     *
     * @param fresh draws all arguments, for those that the earlier call does not have
     */
    Optional<List<AbiValue>> of(String target, FunctionModel function, Supplier<List<AbiValue>> fresh) {
        if (calls.isEmpty()) {
            return Optional.empty();
        }
        boolean isSigned = signing.asks(target, function);
        if (!isSigned && !isWorthIt(function)) {
            return Optional.empty();
        }
        int all = function.inputs().size();
        int most = 1;
        List<StepCall.FunctionCall> fitting = new ArrayList<>();
        for (StepCall.FunctionCall call : calls) {
            int shared = isSigned ? same(call.function(), function) : shared(call.function(), function);
            if (shared > most) {
                most = shared;
                fitting.clear();
            }
            if (shared == most) {
                fitting.add(call);
            }
        }
        if (fitting.isEmpty() || random.chance(1, 2)) {
            return Optional.empty();
        }
        List<AbiValue> arguments = random.pick(fitting).arguments();
        if (isSigned) {
            return Optional.of(
                    random.chance(1, ALTERED_IN)
                            ? SignatureForms.altered(function.inputs(), arguments, random)
                            : arguments);
        }
        List<AbiValue> begun = new ArrayList<>(arguments.subList(0, most));
        if (most < all) {
            begun.addAll(fresh.get().subList(most, all));
        }
        return Optional.of(List.copyOf(begun));
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

    /** How many parameters there are if all have the same types; 0 otherwise. */
    private static int same(FunctionModel one, FunctionModel other) {
        List<AbiType> types = types(other);
        return types(one).equals(types) ? types.size() : 0;
    }

    /** With how many parameters of the same types both begin; 0 where those are words only. */
    private static int shared(FunctionModel one, FunctionModel other) {
        int most = Math.min(one.inputs().size(), other.inputs().size());
        int shared = 0;
        boolean isWorthIt = false;
        while (shared < most
                && one.inputs()
                        .get(shared)
                        .type()
                        .equals(other.inputs().get(shared).type())) {
            isWorthIt |= !one.inputs().get(shared).type().isWord();
            shared++;
        }
        return isWorthIt ? shared : 0;
    }

    private static List<AbiType> types(FunctionModel function) {
        return function.inputs().stream().map(Parameter::type).toList();
    }
}
