package thymus.fuzz.shrink;

import java.math.BigInteger;
import java.util.List;
import thymus.contracts.abi.AbiValue;
import thymus.system.execution.Entry;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/** Steps that differ from a given one in one respect. */
public final class Steps {
    private Steps() {}

    /** @param isContract whether the new sender is an attacker's contract */
    public static Step from(Step step, String sender, boolean isContract) {
        Entry entry = !isContract ? Entry.DIRECT : step.sameTransaction() ? step.entry() : Entry.BY_CONTRACT;
        return new Step(sender, step.target(), step.call(), step.value(), step.seconds(), step.blocks(), entry);
    }

    public static Step paying(Step step, BigInteger value) {
        return new Step(step.sender(), step.target(), step.call(), value, step.seconds(), step.blocks(), step.entry());
    }

    public static Step calling(Step step, StepCall call) {
        return new Step(step.sender(), step.target(), call, step.value(), step.seconds(), step.blocks(), step.entry());
    }

    /** What begins later than the step before it does is no part of its transaction. */
    public static Step after(Step step, long seconds, long blocks) {
        Entry entry = step.sameTransaction() && (seconds > 0 || blocks > 0) ? Entry.BY_CONTRACT : step.entry();
        return new Step(step.sender(), step.target(), step.call(), step.value(), seconds, blocks, entry);
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

    /** Of two numbers from 0 on. */
    public static long saturatedSum(long left, long right) {
        long sum = left + right;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
