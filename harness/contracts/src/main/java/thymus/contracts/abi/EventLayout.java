package thymus.contracts.abi;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.evm.primitive.Word;
import thymus.evm.primitive.WordBytes;
import thymus.evm.state.Log;
import thymus.spec.contract.EventModel;

/**
 * Precomputed facts about an event that is matched against every transaction.
 *
 * @param signature the first topic; empty for an anonymous event
 * @param topics the number of topics, including the signature
 * @param isFlat whether every field is one word
 */
public record EventLayout(EventModel event, Optional<Word> signature, int topics, boolean isFlat) {
    /** The layout of the event. */
    public static EventLayout of(EventModel event) {
        Optional<Word> signature = event.anonymous() ? Optional.empty() : Optional.of(Word.of(Selector.topic(event)));
        int indexed =
                (int) event.fields().stream().filter(EventModel.Field::indexed).count();
        return new EventLayout(
                event,
                signature,
                indexed + (event.anonymous() ? 0 : 1),
                event.fields().stream().allMatch(f -> f.type().isWord()));
    }

    /** The fields of the log; empty if it is not this event. See {@link EventCodec#decode}. */
    public Optional<EventFields> decode(Log log) {
        if (log.topics().size() != topics
                || (signature.isPresent() && !log.topics().getFirst().isEqual(signature.get()))) {
            return Optional.empty();
        }
        return isFlat
                ? words(log)
                : EventCodec.decode(event, numbers(log.topics()), log.data()).map(v -> new EventFields(this, v));
    }

    private Optional<EventFields> words(Log log) {
        List<EventModel.Field> fields = event.fields();
        Word[] words = new Word[fields.size()];
        int topic = signature.isPresent() ? 1 : 0;
        int at = 0;
        for (int i = 0; i < words.length; i++) {
            EventModel.Field field = fields.get(i);
            if (field.indexed()) {
                words[i] = log.topics().get(topic++);
            } else if (at + AbiWord.SIZE > log.data().length) {
                return Optional.empty();
            } else {
                words[i] = WordBytes.read32(log.data(), at);
                at += AbiWord.SIZE;
            }
            if (!AbiWord.isWord(field.type(), words[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(new EventFields(this, words));
    }

    private static List<BigInteger> numbers(List<Word> topics) {
        return topics.stream().map(Word::toBigInteger).toList();
    }
}
