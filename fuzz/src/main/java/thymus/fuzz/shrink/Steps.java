package thymus.fuzz.shrink;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import thymus.contracts.abi.AbiValue;
import thymus.system.execution.Entry;
import thymus.system.execution.NestedCall;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/** Steps that differ from a given one in one respect. */
public final class Steps {
    private Steps() {}

    /** @param isContract whether the new sender is an attacker's contract */
    public static Step from(Step step, String sender, boolean isContract) {
        if (step.isForced()) {
            return step.from(sender);
        }
        Entry entry = !isContract ? Entry.DIRECT : step.sameTransaction() ? step.entry() : Entry.BY_CONTRACT;
        return step.from(sender).entered(entry);
    }

    public static Step paying(Step step, BigInteger value) {
        return step.paying(value);
    }

    public static Step calling(Step step, StepCall call) {
        return step.calling(call);
    }

    /** What begins later than the step before it does is no part of its transaction. */
    public static Step after(Step step, long seconds, long blocks) {
        Entry entry = step.sameTransaction() && (seconds > 0 || blocks > 0) ? Entry.BY_CONTRACT : step.entry();
        return step.entered(entry).after(seconds, blocks);
    }

    public static Step later(Step step, long seconds, long blocks) {
        return after(step, saturatedSum(step.seconds(), seconds), saturatedSum(step.blocks(), blocks));
    }

    public static Step with(Step step, List<AbiValue> arguments) {
        if (!(step.call() instanceof StepCall.FunctionCall call)) {
            throw new IllegalArgumentException("raw call data has no arguments");
        }
        return calling(step, new StepCall.FunctionCall(call.function(), arguments));
    }

    /**
     * As {@link #with(Step, List)} of one of its calls.
     *
     * @param call 0 for the step's own, and then those of callbacks in order
     */
    static Step with(Step step, int call, List<AbiValue> arguments) {
        if (call == 0) {
            return with(step, arguments);
        }
        NestedCall nested = NestedCalls.of(step).get(call - 1);
        StepCall.FunctionCall function = (StepCall.FunctionCall) nested.call();
        return NestedCalls.with(
                step, call - 1, nested.calling(new StepCall.FunctionCall(function.function(), arguments)));
    }

    /** What is called, by the step itself first, and then in callbacks in order. */
    static List<StepCall> calls(Step step) {
        if (step.callbacks().isEmpty()) {
            return List.of(step.call());
        }
        List<StepCall> calls = new ArrayList<>();
        calls.add(step.call());
        NestedCalls.of(step).forEach(nested -> calls.add(nested.call()));
        return calls;
    }

    static List<AbiValue> arguments(Step step, int call) {
        return calls(step).get(call) instanceof StepCall.FunctionCall function ? function.arguments() : List.of();
    }

    /** The arguments of a call by its ABI; none for raw call data. */
    public static List<AbiValue> arguments(Step step) {
        return step.call() instanceof StepCall.FunctionCall call ? call.arguments() : List.of();
    }

    /** Whether both call the same function of the same contract. */
    public static boolean sameFunction(Step left, Step right) {
        return left.target().equals(right.target())
                && left.call() instanceof StepCall.FunctionCall a
                && right.call() instanceof StepCall.FunctionCall b
                && a.function().equals(b.function());
    }

    /** The sum of two numbers from 0 on. */
    public static long saturatedSum(long left, long right) {
        long sum = left + right;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
