package thymus.harness.system;

import java.math.BigInteger;
import java.util.Optional;
import thymus.harness.abi.AbiException;
import thymus.harness.abi.AbiWord;
import thymus.harness.abi.CallLayout;
import thymus.harness.view.View;
import thymus.harness.word.Word;
import thymus.spec.contract.AbiType;

/**
 * A word of a view's result, with what it was in the last two states that it was asked in: many properties ask the same, and
 * {@code prev} asks again. The same value is the same object as long as it stays.
 */
final class ViewSite {
    private final View view;
    private final AbiType type;
    private final int index;
    private Optional<Known> latest = Optional.empty();
    private Optional<Known> earlier = Optional.empty();

    private record Known(Moment moment, Word word, BigInteger value) {
        boolean holdsIn(Moment other, boolean timeless) {
            return moment == other
                    || moment.world() == other.world()
                            && (timeless || moment.timestamp() == other.timestamp() && moment.number() == other.number());
        }
    }

    /** @param index of the word */
    ViewSite(View view, CallLayout layout, int index) {
        this.view = view;
        this.type = layout.outputs().get(index);
        this.index = index;
    }

    /** The value in the state; null where the EVM has to be asked, and will say why it fails if it does. */
    BigInteger value(Moment moment, History history) {
        if (latest.isPresent() && latest.get().holdsIn(moment, view.isTimeless())) {
            return latest.get().value;
        }
        if (earlier.isPresent() && earlier.get().holdsIn(moment, view.isTimeless())) {
            return earlier.get().value;
        }
        View.Answer answer = history.at(moment, () -> view.answer(moment.timestamp(), moment.number()));
        if (!(answer instanceof View.Answer.Words words) || words.count() <= index) {
            return null;
        }
        Word word = words.word(index);
        boolean same = latest.isPresent() && latest.get().word.isEqual(word);
        BigInteger value = same ? latest.get().value : number(word);
        if (value != null) {
            earlier = latest;
            latest = Optional.of(new Known(moment, word, value));
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
