package thymus.contracts.abi;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.EventModel;

/** Decodes the topics and data of a log as the fields of an event. */
public final class EventCodec {
    private EventCodec() {}

    /**
     * Decodes a log.
     *
     * @param topics unsigned 256-bit numbers
     * @return one value for each field in order; empty if the log is not this event. An indexed field longer than a
     *     word is given as its keccak-256 hash
     */
    public static Optional<List<AbiValue>> decode(EventModel event, List<BigInteger> topics, byte[] data) {
        int first = event.anonymous() ? 0 : 1;
        int indexed = 0;
        List<AbiType> types = new ArrayList<>(event.fields().size());
        for (EventModel.Field field : event.fields()) {
            if (field.indexed()) {
                indexed++;
            } else {
                types.add(field.type());
            }
        }
        if (topics.size() != first + indexed
                || (!event.anonymous() && !topics.getFirst().equals(Selector.topic(event)))) {
            return Optional.empty();
        }
        try {
            List<AbiValue> rest = AbiCodec.decode(types, data);
            return Optional.of(join(event, topics.subList(first, topics.size()), rest));
        } catch (AbiException e) {
            // Other events can share the signature with other indexed fields, and assembly can log anything.
            return Optional.empty();
        }
    }

    private static List<AbiValue> join(EventModel event, List<BigInteger> topics, List<AbiValue> rest) {
        List<AbiValue> values = new ArrayList<>();
        int topic = 0;
        int other = 0;
        for (EventModel.Field field : event.fields()) {
            if (!field.indexed()) {
                values.add(rest.get(other++));
            } else {
                BigInteger word = topics.get(topic++);
                values.add(AbiValue.of(field.type().isWord() ? AbiWord.fromWord(field.type(), word) : word));
            }
        }
        return values;
    }
}
