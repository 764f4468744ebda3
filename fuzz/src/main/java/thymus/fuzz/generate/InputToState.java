package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.AbiWord;
import thymus.fuzz.random.SplitRandom;
import thymus.fuzz.shrink.Steps;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Mutability;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/**
 * Changes an argument so that a comparison in the contract gets the other outcome. The argument is set to the other
 * side of the comparison, or shifted by the difference between the sides (input-to-state correspondence: Aschermann and
 * others, REDQUEEN, NDSS 2019).
 */
final class InputToState {
    /** Stands for the ether that is sent, in place of the index of an argument. */
    private static final int ETHER = -1;

    private static final AbiType WEI = new AbiType.UInt(88);

    private InputToState() {}

    static Step moved(Step step, ChainView chain, SplitRandom random) {
        List<Integer> numbers = numbers(step);
        if (numbers.isEmpty()) {
            return step;
        }
        int at = random.pick(numbers);
        StepCall.FunctionCall call = (StepCall.FunctionCall) step.call();
        AbiType type = at == ETHER ? WEI : call.function().inputs().get(at).type();
        BigInteger value =
                at == ETHER ? step.value() : ((AbiValue.Number) call.arguments().get(at)).value();
        List<BigInteger> direct = new ArrayList<>();
        List<BigInteger> shifted = new ArrayList<>();
        for (ChainView.Comparison comparison : chain.compared(step)) {
            collect(value, comparison, direct, shifted);
        }
        List<BigInteger> turning = direct.isEmpty() || (!shifted.isEmpty() && random.chance(1, 3)) ? shifted : direct;
        if (turning.isEmpty()) {
            return step;
        }
        BigInteger moved = random.pick(turning).add(BigInteger.valueOf(step(random)));
        if (!AbiWord.fits(type, moved)) {
            return step;
        }
        if (at == ETHER) {
            return Steps.paying(step, moved);
        }
        List<AbiValue> arguments = new ArrayList<>(Steps.arguments(step));
        arguments.set(at, AbiValue.of(moved));
        return Steps.with(step, arguments);
    }

    private static List<Integer> numbers(Step step) {
        List<Integer> numbers = new ArrayList<>();
        if (step.call() instanceof StepCall.FunctionCall call) {
            for (int i = 0; i < call.arguments().size(); i++) {
                AbiType type = call.function().inputs().get(i).type();
                if (type instanceof AbiType.UInt || type instanceof AbiType.Int) {
                    numbers.add(i);
                }
            }
            if (call.function().mutability() == Mutability.PAYABLE) {
                numbers.add(ETHER);
            }
        }
        return numbers;
    }

    private static void collect(
            BigInteger value, ChainView.Comparison comparison, List<BigInteger> direct, List<BigInteger> shifted) {
        BigInteger left = comparison.left();
        BigInteger right = comparison.right();
        if (left.equals(value)) {
            direct.add(right);
        } else if (right.equals(value)) {
            direct.add(left);
        } else {
            shifted.add(value.add(right).subtract(left));
            shifted.add(value.add(left).subtract(right));
        }
    }

    private static int step(SplitRandom random) {
        return switch (random.below(4)) {
            case 0 -> 1;
            case 1 -> -1;
            default -> 0;
        };
    }
}
