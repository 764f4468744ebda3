package thymus.fuzz.shrink;

import java.math.BigInteger;
import java.util.List;
import thymus.harness.abi.AbiValue;
import thymus.harness.system.Step;
import thymus.harness.system.StepCall;

/** Steps that differ from a given one in one respect. */
public final class Steps {
    private Steps() {}

    public static Step from(Step step, String sender) {
        return new Step(sender, step.target(), step.call(), step.value(), step.seconds(), step.blocks());
    }

    public static Step paying(Step step, BigInteger value) {
        return new Step(step.sender(), step.target(), step.call(), value, step.seconds(), step.blocks());
    }

    public static Step after(Step step, long seconds, long blocks) {
        return new Step(step.sender(), step.target(), step.call(), step.value(), seconds, blocks);
    }

    public static Step later(Step step, long seconds, long blocks) {
        return after(step, saturatedSum(step.seconds(), seconds), saturatedSum(step.blocks(), blocks));
    }

    public static Step with(Step step, List<AbiValue> arguments) {
        if (!(step.call() instanceof StepCall.FunctionCall call)) {
            throw new IllegalArgumentException("raw call data has no arguments");
        }
        StepCall changed = new StepCall.FunctionCall(call.function(), arguments);
        return new Step(step.sender(), step.target(), changed, step.value(), step.seconds(), step.blocks());
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
