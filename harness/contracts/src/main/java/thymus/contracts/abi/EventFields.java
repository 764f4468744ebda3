package thymus.contracts.abi;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.evm.primitive.Word;
import thymus.spec.text.ByteNumber;

/**
 * The fields of a log that matches an event. Numbers are computed on demand, so it is not for use by several threads.
 */
public final class EventFields {
    private final EventLayout layout;
    /** The words of an event whose fields are all words. Most fields of most logs are never read. */
    private final Word[] words;

    private final List<AbiValue> values;
    private final BigInteger[] numbers;

    EventFields(EventLayout layout, Word[] words) {
        this.layout = layout;
        this.words = words;
        this.values = List.of();
        this.numbers = new BigInteger[words.length];
    }

    EventFields(EventLayout layout, List<AbiValue> values) {
        this.layout = layout;
        this.words = new Word[0];
        this.values = values;
        this.numbers = new BigInteger[values.size()];
    }

    /** The field as one number, a string or bytes as {@link ByteNumber} has it; empty if it is neither. */
    public Optional<BigInteger> number(int field) {
        if (numbers[field] == null) {
            if (words.length > 0) {
                numbers[field] =
                        AbiWord.fromWord(layout.event().fields().get(field).type(), words[field].toBigInteger());
            } else if (values.get(field) instanceof AbiValue.Number number) {
                numbers[field] = number.value();
            } else if (values.get(field) instanceof AbiValue.Bytes bytes) {
                numbers[field] = ByteNumber.of(bytes.content());
            }
        }
        return Optional.ofNullable(numbers[field]);
    }
}
