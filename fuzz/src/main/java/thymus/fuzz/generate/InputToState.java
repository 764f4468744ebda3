package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.AbiWord;
import thymus.fuzz.random.SplitRandom;
import thymus.fuzz.shrink.Steps;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Mutability;
import thymus.spec.contract.Parameter;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/**
 * Changes a number among the arguments so that a comparison in the contract gets the other outcome. The number is set
 * to the other side of the comparison (input-to-state correspondence: Aschermann and others, REDQUEEN, NDSS 2019),
 * shifted by the difference between the sides, or scaled by their ratio.
 */
final class InputToState {
    private static final AbiType WEI = new AbiType.UInt(88);
    private static final BigInteger WORDS = BigInteger.ONE.shiftLeft(256);

    private final SplitRandom random;
    /** By the argument: equalities that hold for one value, and orders that turn near one. */
    private final List<BigInteger> direct = new ArrayList<>();

    private final List<BigInteger> computed = new ArrayList<>();

    private InputToState(SplitRandom random) {
        this.random = random;
    }

    /** A number that can be changed: the ether that is sent, or a value among the arguments. */
    private record Place(AbiType type, BigInteger value, Optional<Leaf> leaf) {
        boolean isCounted() {
            return type instanceof AbiType.UInt || type instanceof AbiType.Int;
        }
    }

    static Step moved(Step step, ChainView chain, SplitRandom random) {
        List<Place> places = places(step);
        return places.isEmpty() ? step : new InputToState(random).moved(step, random.pick(places), chain);
    }

    private Step moved(Step step, Place place, ChainView chain) {
        BigInteger word = AbiWord.toWord(place.type(), place.value());
        for (ChainView.Comparison comparison : chain.compared(step)) {
            collect(word, comparison.left(), comparison.right(), place);
            collect(word, comparison.right(), comparison.left(), place);
        }
        List<BigInteger> turning = direct.isEmpty() || (!computed.isEmpty() && random.chance(1, 3)) ? computed : direct;
        if (turning.isEmpty()) {
            return step;
        }
        BigInteger moved = random.pick(turning);
        if (place.isCounted()) {
            moved = moved.add(BigInteger.valueOf(aside()));
            moved = place.type() instanceof AbiType.Int ? moved.mod(WORDS) : moved;
        }
        return moved.signum() >= 0 && AbiWord.isWord(place.type(), moved)
                ? with(step, place, AbiWord.fromWord(place.type(), moved))
                : step;
    }

    private static Step with(Step step, Place place, BigInteger value) {
        return place.leaf()
                .map(leaf -> Steps.with(step, leaf.write(Steps.arguments(step), AbiValue.of(value))))
                .orElseGet(() -> Steps.paying(step, value));
    }

    private static List<Place> places(Step step) {
        List<Place> places = new ArrayList<>();
        if (step.call() instanceof StepCall.FunctionCall call) {
            List<Parameter> inputs = call.function().inputs();
            for (Leaf leaf : Leaf.in(inputs, call.arguments())) {
                if (leaf.value() instanceof AbiValue.Number number && !(leaf.type() instanceof AbiType.Bool)) {
                    places.add(new Place(leaf.type(), number.value(), Optional.of(leaf)));
                }
            }
            if (call.function().mutability() == Mutability.PAYABLE && AbiWord.fits(WEI, step.value())) {
                places.add(new Place(WEI, step.value(), Optional.empty()));
            }
        }
        return places;
    }

    /** @param side that the argument may have become */
    private void collect(BigInteger word, BigInteger side, BigInteger other, Place place) {
        if (side.equals(word)) {
            direct.add(other);
        } else if (place.isCounted()) {
            computed.add(word.add(other).subtract(side));
            if (side.signum() > 0 && word.signum() > 0) {
                computed.add(word.multiply(other).divide(side));
            }
        }
    }

    private int aside() {
        return switch (random.below(4)) {
            case 0 -> 1;
            case 1 -> -1;
            default -> 0;
        };
    }
}
