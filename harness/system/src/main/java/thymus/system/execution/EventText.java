package thymus.system.execution;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import thymus.contracts.abi.AbiText;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.EventCodec;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.Log;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.EventModel;

/** A log as the event of the contract that emitted it, with its fields by name. */
public final class EventText {
    /** What a reader is told beside a value. */
    public interface Remark {
        /** Nobody is told anything. */
        Remark NONE = (contract, name, type, value) -> "";

        String on(Address contract, String name, AbiType type, AbiValue value);
    }

    private final DeployedSystem system;
    private final AbiText text;
    private final Remark remark;
    private final Function<byte[], String> hex;

    /** @param hex bytes that no event explains */
    public EventText(DeployedSystem system, Remark remark, Function<byte[], String> hex) {
        this.system = system;
        this.text = system.accounts().text();
        this.remark = remark;
        this.hex = hex;
    }

    public String of(Log log) {
        String contract = system.accounts().text(Convert.number(log.address()));
        List<BigInteger> topics = log.topics().stream().map(Word::toBigInteger).toList();
        List<EventModel> events =
                system.artifactAt(log.address()).map(a -> a.model().events()).orElse(List.of());
        for (EventModel event : events) {
            Optional<List<AbiValue>> values = EventCodec.decode(event, topics, log.data());
            if (values.isPresent()) {
                return contract + "." + event.name() + "(" + fields(log.address(), event, values.get()) + ")";
            }
        }
        return contract + " logs "
                + topics.stream().map(t -> "0x" + t.toString(16)).collect(Collectors.joining(", ", "[", "] "))
                + hex.apply(log.data());
    }

    private String fields(Address contract, EventModel event, List<AbiValue> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> {
                    EventModel.Field field = event.fields().get(i);
                    String value = field.indexed() && !field.type().isWord()
                            ? "hash 0x"
                                    + ((AbiValue.Number) values.get(i)).value().toString(16)
                            : text.of(field.type(), values.get(i))
                                    + remark.on(contract, field.name(), field.type(), values.get(i));
                    return field.name().isEmpty() ? value : field.name() + ": " + value;
                })
                .collect(Collectors.joining(", "));
    }
}
