package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.AbiWord;
import thymus.fuzz.random.SplitRandom;
import thymus.fuzz.shrink.Steps;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Parameter;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/**
 * Varies sequences of the specification so that what their steps have in common stays common, which a change of one
 * argument would destroy.
 */
public final class TryVariation {
    private static final int MOST_BITS = 128;

    private final SplitRandom random;
    private final Dictionary dictionary;

    public TryVariation(SplitRandom random, Dictionary dictionary) {
        this.random = random;
        this.dictionary = dictionary;
    }

    /** With one number changed wherever it stands. */
    public List<Step> renamed(List<Step> steps) {
        Set<BigInteger> numbers = new LinkedHashSet<>();
        for (Step step : steps) {
            if (step.value().signum() > 0) {
                numbers.add(step.value());
            }
            if (step.call() instanceof StepCall.FunctionCall call) {
                for (int i = 0; i < call.arguments().size(); i++) {
                    if (isNumber(call, i)) {
                        numbers.add(((AbiValue.Number) call.arguments().get(i)).value());
                    }
                }
            }
        }
        if (numbers.isEmpty()) {
            return steps;
        }
        BigInteger before = random.pick(List.copyOf(numbers));
        BigInteger after = other(before);
        return steps.stream().map(step -> renamed(step, before, after)).toList();
    }

    private static boolean isNumber(StepCall.FunctionCall call, int argument) {
        AbiType type = call.function().inputs().get(argument).type();
        return type instanceof AbiType.UInt || type instanceof AbiType.Int;
    }

    private BigInteger other(BigInteger number) {
        return switch (random.below(8)) {
            case 0 -> number.add(BigInteger.ONE);
            case 1 -> number.subtract(BigInteger.ONE);
            case 2 -> number.shiftLeft(1);
            case 3 -> number.shiftRight(1);
            case 4, 5 -> known(dictionary.constants());
            case 6 -> known(dictionary.learned());
            default -> random.bits(1 + random.below(MOST_BITS));
        };
    }

    private BigInteger known(List<BigInteger> numbers) {
        return numbers.isEmpty() ? BigInteger.ZERO : random.pick(numbers).add(BigInteger.valueOf(random.below(3) - 1L));
    }

    /** With a further call that has the arguments of one of the sequence's calls, of another function. */
    public List<Step> echoed(List<Step> steps, Universe universe) {
        Step like = random.pick(steps);
        if (!(like.call() instanceof StepCall.FunctionCall call)
                || call.arguments().isEmpty()) {
            return steps;
        }
        List<AbiType> types = types(call.function());
        List<Callable> others = universe.callables().stream()
                .filter(other -> !other.function().equals(call.function())
                        && types(other.function()).equals(types)
                        && universe.allows(like.sender(), other))
                .toList();
        if (others.isEmpty()) {
            return steps;
        }
        Callable other = random.pick(others);
        List<Step> longer = new ArrayList<>(steps);
        longer.add(new Step(
                like.sender(),
                other.instance(),
                new StepCall.FunctionCall(other.function(), call.arguments()),
                BigInteger.ZERO,
                0,
                0));
        return longer;
    }

    private static List<AbiType> types(FunctionModel function) {
        return function.inputs().stream().map(Parameter::type).toList();
    }

    private static Step renamed(Step step, BigInteger before, BigInteger after) {
        boolean isPaid = step.value().equals(before) && step.value().signum() > 0 && after.signum() >= 0;
        Step paying = isPaid ? Steps.paying(step, after) : step;
        if (!(step.call() instanceof StepCall.FunctionCall call)) {
            return paying;
        }
        List<AbiValue> arguments = new ArrayList<>(call.arguments());
        for (int i = 0; i < arguments.size(); i++) {
            if (isNumber(call, i)
                    && arguments.get(i) instanceof AbiValue.Number number
                    && number.value().equals(before)
                    && AbiWord.fits(call.function().inputs().get(i).type(), after)) {
                arguments.set(i, AbiValue.of(after));
            }
        }
        return Steps.with(paying, arguments);
    }
}
