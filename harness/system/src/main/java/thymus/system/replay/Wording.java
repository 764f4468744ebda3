package thymus.system.replay;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import thymus.contracts.abi.AbiCodec;
import thymus.contracts.abi.AbiException;
import thymus.contracts.abi.AbiText;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.EventCodec;
import thymus.contracts.abi.Selector;
import thymus.contracts.artifact.Artifact;
import thymus.evm.interpreter.Message;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.Log;
import thymus.spec.contract.EventModel;
import thymus.spec.contract.FunctionModel;
import thymus.spec.text.NumberText;
import thymus.system.execution.DeployedSystem;

/** Renders calls, results and events. */
final class Wording {
    private static final int LONGEST = 200;

    private final DeployedSystem system;
    private final AbiText text;

    Wording(DeployedSystem system) {
        this.system = system;
        this.text = system.accounts().text();
    }

    String account(Address address) {
        return system.accounts().text(address.word().toBigInteger());
    }

    /** Renders a call in Solidity's notation: {@code token.pay{value: 5}(to: alice)}. */
    String call(Message message) {
        String value = message.value().isZero() || message.kind() == Message.Kind.DELEGATECALL
                ? ""
                : "{value: " + NumberText.value(message.value().toBigInteger()) + "}";
        if (message.kind().creates()) {
            return "create " + account(message.target()) + value;
        }
        boolean borrowed = !message.code().equals(message.target());
        String name = (borrowed ? "(delegate) " : "") + account(message.code());
        byte[] data = message.input();
        Optional<FunctionModel> function = function(message);
        if (function.isEmpty()) {
            return name + value + "(" + (data.length == 0 ? "" : hex(data)) + ")";
        }
        return name + "." + function.get().name() + value + "(" + arguments(function.get(), data) + ")";
    }

    private String arguments(FunctionModel function, byte[] data) {
        try {
            return text.named(
                    function.inputs(),
                    AbiCodec.decode(
                            AbiCodec.types(function.inputs()), Arrays.copyOfRange(data, Selector.SIZE, data.length)));
        } catch (AbiException e) {
            return hex(data);
        }
    }

    /** The returned values of a successful call; empty if there are none. */
    Optional<String> result(Message message, byte[] output) {
        if (output.length == 0 || message.kind().creates()) {
            return Optional.empty();
        }
        Optional<FunctionModel> function = function(message);
        if (function.isPresent()) {
            try {
                List<AbiValue> values =
                        AbiCodec.decode(AbiCodec.types(function.get().outputs()), output);
                String named = text.named(function.get().outputs(), values);
                return named.isEmpty() ? Optional.empty() : Optional.of(named);
            } catch (AbiException e) {
                return Optional.of(hex(output));
            }
        }
        return Optional.of(hex(output));
    }

    String failure(byte[] output, String haltReason) {
        return system.reasons().of(output, haltReason);
    }

    String event(Log log) {
        List<BigInteger> topics = log.topics().stream().map(Word::toBigInteger).toList();
        List<EventModel> events =
                system.artifactAt(log.address()).map(a -> a.model().events()).orElse(List.of());
        for (EventModel event : events) {
            Optional<List<AbiValue>> values = EventCodec.decode(event, topics, log.data());
            if (values.isPresent()) {
                return account(log.address()) + "." + event.name() + "(" + fields(event, values.get()) + ")";
            }
        }
        return account(log.address()) + " logs "
                + topics.stream().map(t -> "0x" + t.toString(16)).collect(Collectors.joining(", ", "[", "] "))
                + hex(log.data());
    }

    private String fields(EventModel event, List<AbiValue> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> {
                    EventModel.Field field = event.fields().get(i);
                    String value = field.indexed() && !field.type().isWord()
                            ? "hash 0x"
                                    + ((AbiValue.Number) values.get(i)).value().toString(16)
                            : text.of(field.type(), values.get(i));
                    return field.name().isEmpty() ? value : field.name() + ": " + value;
                })
                .collect(Collectors.joining(", "));
    }

    private Optional<FunctionModel> function(Message message) {
        byte[] data = message.input();
        Optional<Artifact> artifact = system.artifactAt(message.code());
        if (artifact.isEmpty() || data.length < Selector.SIZE) {
            return Optional.empty();
        }
        Selector selector = Selector.fromCallData(data);
        return artifact.get().model().functions().stream()
                .filter(f -> Selector.of(f).equals(selector))
                .findFirst();
    }

    private static String hex(byte[] data) {
        String digits = HexFormat.of().formatHex(data, 0, Math.min(data.length, LONGEST));
        return "0x" + digits + (data.length > LONGEST ? "… (" + NumberText.prose(data.length) + " bytes)" : "");
    }
}
