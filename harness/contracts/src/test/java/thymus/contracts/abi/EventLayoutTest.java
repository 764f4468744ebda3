package thymus.contracts.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.Log;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.EventModel;
import thymus.spec.text.ByteNumber;

class EventLayoutTest {
    private static final List<AbiType> WORDS = List.of(
            new AbiType.UInt(256),
            new AbiType.UInt(8),
            new AbiType.Int(16),
            new AbiType.Int(256),
            new AbiType.Bool(),
            new AbiType.Address(),
            new AbiType.FixedBytes(4));

    /** The fields that the codec finds are found, and no others: those that are one number, as that number. */
    @Property(tries = 3_000)
    void aLayoutReadsAsTheCodecDoes(@ForAll long seed) {
        Random random = new Random(seed);
        List<EventModel.Field> fields = new ArrayList<>();
        List<Word> topics = new ArrayList<>();
        boolean anonymous = random.nextInt(4) == 0;
        for (int i = random.nextInt(5); i > 0; i--) {
            AbiType type = random.nextInt(8) == 0 ? new AbiType.Text() : WORDS.get(random.nextInt(WORDS.size()));
            fields.add(new EventModel.Field("f" + i, type, random.nextInt(3) == 0));
        }
        EventModel event = new EventModel("E", fields, anonymous);
        if (!anonymous) {
            topics.add(random.nextInt(9) == 0 ? Word.ONE : Word.of(Selector.topic(event)));
        }
        long indexed = fields.stream().filter(EventModel.Field::indexed).count();
        for (long i = indexed - (random.nextInt(9) == 0 ? 1 : 0); i > 0; i--) {
            topics.add(word(random));
        }
        byte[] data = data(random, (int) (fields.size() - indexed));
        Optional<EventFields> found = EventLayout.of(event).decode(new Log(Address.ZERO, topics, data));
        Optional<List<AbiValue>> expected =
                EventCodec.decode(event, topics.stream().map(Word::toBigInteger).toList(), data);
        assertEquals(expected.isPresent(), found.isPresent());
        for (int i = 0; found.isPresent() && i < fields.size(); i++) {
            Optional<BigInteger> number = switch (expected.get().get(i)) {
                case AbiValue.Number n -> Optional.of(n.value());
                case AbiValue.Bytes bytes -> Optional.of(ByteNumber.of(bytes.content()));
                case AbiValue.Sequence _ -> Optional.empty();
            };
            assertEquals(number, found.get().number(i), event.toString());
            assertEquals(number, found.get().number(i));
        }
    }

    private static byte[] data(Random random, int words) {
        byte[] data = new byte
                [AbiWord.SIZE * words
                        + (random.nextInt(6) == 0 ? random.nextInt(40) - 20 : 0)
                        + (words == 0 || random.nextInt(6) == 0 ? 32 : 0)];
        for (int i = 0; i + AbiWord.SIZE <= data.length; i += AbiWord.SIZE) {
            System.arraycopy(AbiWord.bytes(word(random).toBigInteger()), 0, data, i, AbiWord.SIZE);
        }
        return data;
    }

    /** Mostly one that many types have. */
    private static Word word(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> Word.of(BigInteger.valueOf(-1 - random.nextInt(200)));
            case 1 -> Word.of(random.nextLong());
            case 2 -> Word.of(random.nextLong(), 0, 0, 0);
            case 3 -> Word.of(32);
            default -> Word.of(random.nextInt(2));
        };
    }
}
