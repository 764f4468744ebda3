package thymus.fuzz.shrink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.AbiWord;
import thymus.spec.contract.AbiType;
import thymus.system.execution.Callback;
import thymus.system.execution.Callbacks;
import thymus.system.execution.NestedCall;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/** The calls in a step's callbacks, those of all accounts, numbered in order. */
public final class NestedCalls {
    private NestedCalls() {}

    /** The position of a call. */
    private record Place(int callback, int call) {}

    public static List<NestedCall> of(Step step) {
        return step.callbacks().map(Callbacks::calls).orElse(List.of());
    }

    /** The account that makes a call. */
    static String account(Step step, int index) {
        int left = index;
        for (Callbacks one : step.callbacks().orElseThrow().each()) {
            int size = one.calls().size();
            if (left < size) {
                return one.account();
            }
            left -= size;
        }
        throw new IndexOutOfBoundsException(index);
    }

    /** The step with another call in the place of one. */
    public static Step with(Step step, int index, NestedCall other) {
        return changed(step, index, Optional.of(other));
    }

    /** The step without one of them. */
    public static Step without(Step step, int index) {
        return changed(step, index, Optional.empty());
    }

    /**
     * The step with one value in the place of another of its kind among the arguments of these calls, where its type
     * can hold it.
     */
    public static Step replaced(Step step, AbiValue from, AbiValue to) {
        Step changed = step;
        List<NestedCall> calls = of(step);
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).call() instanceof StepCall.FunctionCall call
                    && call.arguments().contains(from)) {
                List<AbiValue> arguments = new ArrayList<>(call.arguments());
                for (int a = 0; a < arguments.size(); a++) {
                    AbiType type = call.function().inputs().get(a).type();
                    if (arguments.get(a).equals(from)
                            && (!(to instanceof AbiValue.Number number) || AbiWord.fits(type, number.value()))) {
                        arguments.set(a, to);
                    }
                }
                changed = with(changed, i, calls.get(i).calling(new StepCall.FunctionCall(call.function(), arguments)));
            }
        }
        return changed;
    }

    private static Step changed(Step step, int index, Optional<NestedCall> other) {
        Callbacks callbacks = step.callbacks().orElseThrow();
        Place place = place(callbacks, index);
        Callback callback = callbacks.all().get(place.callback());
        List<NestedCall> calls = new ArrayList<>(callback.calls());
        calls.remove(place.call());
        other.ifPresent(call -> calls.add(place.call(), call));
        return step.reacting(Optional.of(callbacks.with(place.callback(), new Callback(calls, callback.ending()))));
    }

    private static Place place(Callbacks callbacks, int index) {
        List<Callback> all = callbacks.all();
        int left = index;
        for (int i = 0; i < all.size(); i++) {
            int size = all.get(i).calls().size();
            if (left < size) {
                return new Place(i, left);
            }
            left -= size;
        }
        throw new IndexOutOfBoundsException(index);
    }
}
