package thymus.system.execution;

import java.math.BigInteger;
import java.util.Optional;
import thymus.contracts.abi.AbiException;
import thymus.contracts.abi.AbiWord;
import thymus.contracts.abi.CallLayout;
import thymus.evm.primitive.Word;
import thymus.evm.trace.Footprint;
import thymus.evm.trace.TracedCall;
import thymus.spec.contract.AbiType;

/**
 * One word of a view's result, with its values in the most recent states: many properties read the same view, and
 * {@code prev} reads it again. The view is not executed if no slot that it read was written since. An unchanged value
 * stays the same object.
 */
final class ViewSite {
    /** The maximum number of transactions over which a value is carried. */
    private static final int MOST_BACK = 4;

    private final TracedCall view;
    private final AbiType type;
    private final int index;
    private Optional<Known> afterSetup = Optional.empty();
    private Optional<Known> earlier = Optional.empty();
    private Optional<Known> latest = Optional.empty();

    /** @param footprint of the slots that the view read */
    private record Known(
            SettledState moment, Word word, BigInteger value, long footprint, Optional<BigInteger> distance) {
        Known in(SettledState later) {
            return new Known(later, word, value, footprint, distance);
        }

        /**
         * Returns whether no slot that the view read was written between its state and this one, which is the same or
         * later.
         */
        boolean holdsIn(SettledState other, boolean timeless) {
            if (!timeless && (moment.timestamp() != other.timestamp() || moment.number() != other.number())) {
                return false;
            }
            SettledState at = other;
            for (int i = 0; at != moment; i++) {
                if (i == MOST_BACK || at.before().isEmpty() || !Footprint.isUntouched(footprint, at.written())) {
                    return false;
                }
                at = at.before().get();
            }
            return true;
        }
    }

    /** @param index of the word */
    ViewSite(TracedCall view, CallLayout layout, int index) {
        this.view = view;
        this.type = layout.outputs().get(index);
        this.index = index;
    }

    /** The value in the state; null if the view must be executed by the caller, who then reports its failure. */
    BigInteger value(SettledState asked, History history) {
        boolean timeless = view.isTimeless();
        BigInteger value = valueIn(asked.simplest(timeless), history);
        // Only the execution shows whether a view reads the clock.
        return timeless && !view.isTimeless() ? valueIn(asked.simplest(false), history) : value;
    }

    /**
     * How far the truth value in the state is from the other one, as far as the comparisons that decide it show.
     *
     * @return empty if nothing is compared
     */
    Optional<BigInteger> distance(SettledState asked, History history) {
        return type instanceof AbiType.Bool && value(asked, history) != null
                ? latest.orElseThrow().distance
                : Optional.empty();
    }

    private BigInteger valueIn(SettledState moment, History history) {
        if (isOf(latest, moment)) {
            return latest.get().value;
        }
        if (isOf(earlier, moment)) {
            return earlier.get().value;
        }
        if (isOf(afterSetup, moment)) {
            return remember(afterSetup.get());
        }
        if (latest.isPresent() && latest.get().holdsIn(moment, view.isTimeless())) {
            return remember(latest.get().in(moment));
        }
        return compute(moment, history);
    }

    private static boolean isOf(Optional<Known> known, SettledState moment) {
        return known.isPresent() && known.get().moment == moment;
    }

    private BigInteger compute(SettledState moment, History history) {
        TracedCall.Answer answer = history.at(moment, () -> view.answer(moment.timestamp(), moment.number()));
        Optional<BigInteger> distance = type instanceof AbiType.Bool
                ? history.at(moment, () -> view.distance(index, moment.timestamp(), moment.number()))
                : Optional.empty();
        if (!(answer instanceof TracedCall.Answer.Words words) || words.count() <= index) {
            return null;
        }
        Word word = words.word(index);
        boolean same = latest.isPresent() && latest.get().word.isEqual(word);
        BigInteger value = same ? latest.get().value : number(word);
        return value == null ? null : remember(new Known(moment, word, value, words.footprint(), distance));
    }

    private BigInteger remember(Known known) {
        earlier = latest;
        latest = Optional.of(known);
        if (known.moment.before().isEmpty() && known.moment.settled() == known.moment) {
            afterSetup = latest;
        }
        return known.value;
    }

    private BigInteger number(Word word) {
        try {
            return AbiWord.fromWord(type, word.toBigInteger());
        } catch (AbiException e) {
            return null;
        }
    }
}
