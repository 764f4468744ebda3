package thymus.fuzz.generate;

import java.util.ArrayList;
import java.util.List;
import thymus.contracts.abi.AbiValue;
import thymus.fuzz.random.SplitRandom;
import thymus.fuzz.shrink.Steps;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/**
 * What one step's arguments became, for later steps that have the same ones: a call that was scheduled is executed only
 * with what it was scheduled with, and a change of one of both alone leads nowhere. For one sequence.
 */
final class LinkedChanges {
    private final SplitRandom random;
    private final List<Change> changes = new ArrayList<>();

    private record Change(AbiType type, AbiValue before, AbiValue after) {}

    LinkedChanges(SplitRandom random) {
        this.random = random;
    }

    /** Mostly later steps follow. */
    void changed(Step before, Step after) {
        if (!Steps.sameFunction(before, after) || !random.chance(3, 4)) {
            return;
        }
        FunctionModel function = ((StepCall.FunctionCall) before.call()).function();
        List<AbiValue> old = Steps.arguments(before);
        List<AbiValue> now = Steps.arguments(after);
        for (int i = 0; i < old.size(); i++) {
            AbiType type = function.inputs().get(i).type();
            if (!(type instanceof AbiType.Bool) && !old.get(i).equals(now.get(i))) {
                changes.add(new Change(type, old.get(i), now.get(i)));
            }
        }
    }

    /** The step of a sequence of which others were changed. */
    Step following(Step step) {
        if (changes.isEmpty() || !(step.call() instanceof StepCall.FunctionCall call)) {
            return step;
        }
        List<AbiValue> arguments = new ArrayList<>(call.arguments());
        for (int i = 0; i < arguments.size(); i++) {
            AbiType type = call.function().inputs().get(i).type();
            for (Change change : changes) {
                if (change.type().equals(type) && change.before().equals(arguments.get(i))) {
                    arguments.set(i, change.after());
                }
            }
        }
        return arguments.equals(call.arguments()) ? step : Steps.with(step, List.copyOf(arguments));
    }
}
