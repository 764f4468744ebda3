package thymus.fuzz.generate;

import java.util.ArrayList;
import java.util.List;
import thymus.contracts.abi.AbiValue;
import thymus.fuzz.random.SplitRandom;
import thymus.fuzz.shrink.Steps;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/**
 * What one step of a planned sequence is changed in, later ones that had the same are changed in too: what was proposed
 * stays what is executed. For one sequence. While nothing is common, nothing is decided and no chance is used up.
 */
final class Following {
    private static final int MOST = 8;
    /** Small numbers are equal by chance. */
    private static final int SMALL_BITS = 8;

    private final SplitRandom random;
    private final List<Change> changes = new ArrayList<>();

    private record Change(AbiType type, AbiValue from, AbiValue to) {}

    Following(SplitRandom random) {
        this.random = random;
    }

    /** Remembers in what a step of the plan is another one now. */
    void changed(Step before, Step now) {
        if (!(before.call() instanceof StepCall.FunctionCall old)
                || !(now.call() instanceof StepCall.FunctionCall call)
                || old.function() != call.function()) {
            return;
        }
        for (int i = 0; i < old.arguments().size() && changes.size() < MOST; i++) {
            AbiValue from = old.arguments().get(i);
            AbiValue to = call.arguments().get(i);
            if (!from.equals(to) && isTelling(from)) {
                changes.add(new Change(type(old, i), from, to));
            }
        }
    }

    private static boolean isTelling(AbiValue value) {
        return switch (value) {
            case AbiValue.Number number -> number.value().bitLength() > SMALL_BITS;
            case AbiValue.Bytes bytes -> bytes.content().length > 0;
            case AbiValue.Sequence sequence -> !sequence.elements().isEmpty();
        };
    }

    private static AbiType type(StepCall.FunctionCall call, int argument) {
        Parameter parameter = call.function().inputs().get(argument);
        return parameter.type();
    }

    /** The step with these changes, every other time that it has something in common with them. */
    Step followed(Step step) {
        if (changes.isEmpty() || !(step.call() instanceof StepCall.FunctionCall call)) {
            return step;
        }
        List<AbiValue> arguments = new ArrayList<>(call.arguments());
        boolean isCommon = false;
        for (int i = 0; i < arguments.size(); i++) {
            for (Change change : changes) {
                if (arguments.get(i).equals(change.from()) && type(call, i).equals(change.type())) {
                    arguments.set(i, change.to());
                    isCommon = true;
                    break;
                }
            }
        }
        return isCommon && random.chance(1, 2) ? Steps.with(step, List.copyOf(arguments)) : step;
    }
}
