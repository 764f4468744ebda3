package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.AbiWord;
import thymus.fuzz.random.SplitRandom;
import thymus.fuzz.shrink.Steps;
import thymus.spec.contract.AbiType;
import thymus.system.execution.Step;

/**
 * Plans a sequence that repeats a step, or a pair of steps, of a sequence from the corpus many times. A limit of 100
 * calls is broken by the 101st, and sequences of the usual length are shorter.
 */
public final class Repeater {
    private static final int FEWEST_BITS = 3;
    private static final int MOST_BITS = 11;
    private static final int MOST = 1 << MOST_BITS;
    private static final int LONGEST = 2 * MOST;
    /** Repetitions at different times are fewer, because each adds a moment that monitors must examine. */
    private static final int MOST_APART = 64;
    /** No amount can be doubled more often than this. */
    private static final int MOST_GROWING = 256;
    /** A long repetition costs as much as many sequences, so longer ones get lower odds. */
    private static final double[] ODDS = IntStream.rangeClosed(FEWEST_BITS, MOST_BITS)
            .mapToDouble(bits -> Math.pow(2, -bits / 2.0))
            .toArray();

    private final SplitRandom random;
    private final Advance advance;
    private final List<BigInteger> constants;

    /** @param dictionary its small constants are candidates for the number of repetitions */
    public Repeater(SplitRandom random, Advance advance, Dictionary dictionary) {
        this.random = random;
        this.advance = advance;
        this.constants =
                dictionary.constants().stream().filter(Repeater::isCount).toList();
    }

    /**
     * @param steps at least one
     * @param slack how far the sequence is from breaking a property; empty if it is not near to one
     */
    public List<StepTemplate> repeat(List<Step> steps, Optional<BigInteger> slack) {
        int last = random.chance(3, 4) ? steps.size() - 1 : random.below(steps.size());
        int first = last > 0 && random.chance(1, 3) ? last - 1 : last;
        List<StepTemplate> plan = new ArrayList<>();
        steps.subList(0, last + 1).forEach(step -> plan.add(new StepTemplate.Exact(step)));
        plan.addAll(repeated(steps.subList(first, last + 1), times(steps.get(last), slack)));
        steps.subList(last + 1, steps.size()).forEach(step -> plan.add(new StepTemplate.Exact(step)));
        return plan.subList(0, Math.min(LONGEST, plan.size()));
    }

    private List<StepTemplate> repeated(List<Step> steps, int times) {
        if (steps.size() == 1 && random.chance(1, 8)) {
            return growing(steps.getFirst(), Math.min(times, MOST_GROWING));
        }
        boolean apart = advance.minimum() > 0 || random.chance(1, 8);
        List<StepTemplate> once = steps.stream()
                .<StepTemplate>map(step -> new StepTemplate.Exact(apart ? step : Steps.after(step, 0, 0)))
                .toList();
        return Collections.nCopies(apart ? Math.min(times, MOST_APART) : times, once).stream()
                .flatMap(List::stream)
                .limit(MOST)
                .toList();
    }

    private int times(Step step, Optional<BigInteger> slack) {
        // Each call may reduce the slack by one, or by one of its amounts. This many calls then use it up.
        Optional<Integer> enough = slack.map(s -> s.divide(gain(step)))
                .filter(Repeater::isCount)
                .map(s -> s.intValueExact() + 1)
                .filter(times -> random.chance(2, 3));
        return enough.orElseGet(() -> !constants.isEmpty() && random.chance(1, 2)
                // The constants of the specification come first.
                ? constants
                                .get(random.below(1 + random.below(constants.size())))
                                .intValueExact()
                        + 1
                : 1 << (FEWEST_BITS + random.weighted(ODDS)));
    }

    private BigInteger gain(Step step) {
        List<BigInteger> gains = new ArrayList<>(List.of(BigInteger.ONE));
        amounts(step).forEach(i -> gains.add(amount(step, i)));
        return random.pick(gains);
    }

    private static boolean isCount(BigInteger number) {
        return number.signum() > 0 && number.bitLength() <= MOST_BITS;
    }

    /**
     * The step with 2, 3, … times one of its amounts, or with the amount doubled each time, up to the type's maximum.
     */
    private List<StepTemplate> growing(Step step, int times) {
        List<AbiValue> arguments = Steps.arguments(step);
        List<Integer> amounts = amounts(step);
        if (amounts.isEmpty()) {
            return Collections.nCopies(times, new StepTemplate.Exact(Steps.after(step, 0, 0)));
        }
        int at = random.pick(amounts);
        boolean doubles = random.chance(1, 2);
        AbiType type = type(step, at);
        BigInteger amount = amount(step, at);
        List<StepTemplate> slots = new ArrayList<>();
        BigInteger grown = amount;
        for (int i = 0; i < times; i++) {
            grown = doubles ? grown.shiftLeft(1) : grown.add(amount);
            if (!AbiWord.fits(type, grown)) {
                break;
            }
            List<AbiValue> changed = new ArrayList<>(arguments);
            changed.set(at, AbiValue.of(grown));
            slots.add(new StepTemplate.Exact(Steps.with(Steps.after(step, 0, 0), changed)));
        }
        return slots;
    }

    /** The indices of the arguments that may be amounts. */
    private static List<Integer> amounts(Step step) {
        List<AbiValue> arguments = Steps.arguments(step);
        return IntStream.range(0, arguments.size())
                .filter(i -> type(step, i) instanceof AbiType.UInt && arguments.get(i) instanceof AbiValue.Number)
                .boxed()
                .toList();
    }

    private static BigInteger amount(Step step, int argument) {
        return ((AbiValue.Number) Steps.arguments(step).get(argument)).value().max(BigInteger.ONE);
    }

    private static AbiType type(Step step, int argument) {
        return step.call().model().orElseThrow().inputs().get(argument).type();
    }
}
