package thymus.system.execution;

import java.math.BigInteger;
import java.util.Optional;
import thymus.contracts.abi.AbiException;
import thymus.contracts.abi.AbiWord;
import thymus.contracts.abi.CallLayout;
import thymus.evm.primitive.Address;
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
    private final ChainPlaces places;
    private final Address contract;
    private final AbiType type;
    private final int index;
    private final Known afterSetup = new Known();
    private Known earlier = new Known();
    private Known latest = new Known();

    /** A value in one state. It is overwritten, because every judgement of every transaction notes one. */
    private static final class Known {
        /** Null while there is none. */
        private SettledState moment;

        private Word word = Word.ZERO;
        private BigInteger value = BigInteger.ZERO;
        /** That of the slots that the view read. */
        private long footprint;

        private Optional<BigInteger> distance = Optional.empty();

        void set(SettledState at, Word word, BigInteger value, long footprint, Optional<BigInteger> distance) {
            this.moment = at;
            this.word = word;
            this.value = value;
            this.footprint = footprint;
            this.distance = distance;
        }

        boolean isOf(SettledState state) {
            return moment == state;
        }

        /**
         * Returns whether no slot that the view read was written between its state and this one, which is the same or
         * later.
         */
        boolean holdsIn(SettledState other, boolean timeless) {
            if (moment == null
                    || (!timeless
                            && (moment.timestamp() != other.timestamp()
                                    || moment.number() != other.number()
                                    || !moment.elsewhere()
                                            .ahead()
                                            .equals(other.elsewhere().ahead())))) {
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
    ViewSite(TracedCall view, CallLayout layout, int index, ChainPlaces places) {
        this.view = view;
        this.places = places;
        this.contract = view.call().to().orElseThrow();
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
        return type instanceof AbiType.Bool && value(asked, history) != null ? latest.distance : Optional.empty();
    }

    private BigInteger valueIn(SettledState moment, History history) {
        if (latest.isOf(moment)) {
            return latest.value;
        }
        if (earlier.isOf(moment)) {
            return earlier.value;
        }
        if (afterSetup.isOf(moment)) {
            return remember(moment, afterSetup);
        }
        if (latest.holdsIn(moment, view.isTimeless())) {
            return remember(moment, latest);
        }
        return compute(moment, history);
    }

    private BigInteger compute(SettledState moment, History history) {
        long time = moment.timestamp() + places.ahead(contract, moment.elsewhere());
        TracedCall.Answer answer =
                history.at(moment, () -> places.on(places.of(contract), 0, () -> view.answer(time, moment.number())));
        Optional<BigInteger> distance = type instanceof AbiType.Bool
                ? history.at(moment, () -> view.distance(index, time, moment.number()))
                : Optional.empty();
        if (!(answer instanceof TracedCall.Answer.Words words) || words.count() <= index) {
            return null;
        }
        Word word = words.word(index);
        boolean same = latest.moment != null && latest.word.isEqual(word);
        BigInteger value = same ? latest.value : number(word);
        return value == null ? null : remember(moment, word, value, words.footprint(), distance);
    }

    private BigInteger remember(SettledState moment, Known known) {
        return remember(moment, known.word, known.value, known.footprint, known.distance);
    }

    private BigInteger remember(
            SettledState moment, Word word, BigInteger value, long footprint, Optional<BigInteger> distance) {
        Known oldest = earlier;
        earlier = latest;
        latest = oldest;
        latest.set(moment, word, value, footprint, distance);
        if (moment.before().isEmpty() && moment.settled() == moment) {
            afterSetup.set(moment, word, value, footprint, distance);
        }
        return value;
    }

    private BigInteger number(Word word) {
        try {
            return AbiWord.fromWord(type, word.toBigInteger());
        } catch (AbiException e) {
            return null;
        }
    }
}
