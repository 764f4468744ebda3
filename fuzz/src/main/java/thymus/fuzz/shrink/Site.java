package thymus.fuzz.shrink;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import thymus.contracts.abi.AbiValue;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/**
 * A place in a sequence where a value stands: an argument, or part of one.
 *
 * @param step index in the sequence
 * @param call 0 for the step's own, and then those of its callbacks
 * @param path to it among the arguments
 */
record Site(int step, int call, ArgumentPath path, AbiType type) {
    /** Every value of every argument, from left to right, outer ones before their elements. */
    static List<Site> in(List<Step> steps) {
        List<Site> found = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            List<StepCall> calls = Steps.calls(steps.get(i));
            for (int c = 0; c < calls.size(); c++) {
                if (calls.get(c) instanceof StepCall.FunctionCall call) {
                    List<AbiType> types = call.function().inputs().stream()
                            .map(Parameter::type)
                            .toList();
                    for (int a = 0; a < types.size(); a++) {
                        Site site = new Site(i, c, ArgumentPath.of(a), types.get(a));
                        site.collect(call.arguments().get(a), found);
                    }
                }
            }
        }
        return found;
    }

    private void collect(AbiValue value, List<Site> into) {
        into.add(this);
        if (value instanceof AbiValue.Sequence sequence) {
            for (int i = 0; i < sequence.elements().size(); i++) {
                new Site(step, call, path.element(i), ArgumentPath.elementType(type, i))
                        .collect(sequence.elements().get(i), into);
            }
        }
    }

    AbiValue read(List<Step> steps) {
        return path.read(Steps.arguments(steps.get(step), call));
    }

    List<Step> write(List<Step> steps, AbiValue value) {
        return write(List.of(this), steps, value);
    }

    /** The same value in several places. */
    static List<Step> write(List<Site> sites, List<Step> steps, AbiValue value) {
        List<Step> changed = new ArrayList<>(steps);
        for (Site site : sites) {
            Step old = changed.get(site.step());
            changed.set(
                    site.step(),
                    Steps.with(old, site.call(), site.path().write(Steps.arguments(old, site.call()), value)));
        }
        return changed;
    }

    boolean isNumber() {
        return type instanceof AbiType.UInt
                || type instanceof AbiType.Int
                || type instanceof AbiType.Bool
                || type instanceof AbiType.FixedBytes;
    }

    boolean holds(List<Step> steps, Class<? extends AbiValue> kind) {
        return kind.isInstance(read(steps));
    }

    BigInteger number(List<Step> steps) {
        return ((AbiValue.Number) read(steps)).value();
    }
}
