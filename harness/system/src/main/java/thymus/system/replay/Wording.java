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
import thymus.contracts.abi.Selector;
import thymus.contracts.artifact.Artifact;
import thymus.evm.interpreter.Message;
import thymus.evm.primitive.Address;
import thymus.evm.state.Log;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Parameter;
import thymus.spec.text.NumberText;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.EventText;

/** Renders calls, results and events. */
final class Wording {
    private static final int LONGEST = 200;

    private final DeployedSystem system;
    private final AbiText text;
    private final Remarks remarks;
    private final EventText events;

    Wording(DeployedSystem system, Remarks remarks) {
        this.system = system;
        this.text = system.accounts().text();
        this.remarks = remarks;
        this.events = new EventText(system, remarks::on, Wording::hex);
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
        return name + "." + function.get().name() + value + "(" + arguments(message.code(), function.get(), data) + ")";
    }

    private String arguments(Address contract, FunctionModel function, byte[] data) {
        try {
            return named(
                    contract,
                    function.inputs(),
                    AbiCodec.decode(
                            AbiCodec.types(function.inputs()), Arrays.copyOfRange(data, Selector.SIZE, data.length)));
        } catch (AbiException e) {
            return hex(data);
        }
    }

    private String named(Address contract, List<Parameter> parameters, List<AbiValue> values) {
        return IntStream.range(0, parameters.size())
                .mapToObj(i -> {
                    Parameter parameter = parameters.get(i);
                    return text.named(List.of(parameter), List.of(values.get(i)))
                            + remarks.on(contract, parameter.name(), parameter.type(), values.get(i));
                })
                .collect(Collectors.joining(", "));
    }

    /** A value of a variable. */
    String variable(Address contract, String name, AbiType type, BigInteger value) {
        AbiValue number = AbiValue.of(value);
        return text.of(type, number) + remarks.on(contract, name, type, number);
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
                String named = named(message.code(), function.get().outputs(), values);
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
        return events.of(log);
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
