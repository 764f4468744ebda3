package thymus.system.replay;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.contracts.abi.AbiCodec;
import thymus.contracts.abi.AbiException;
import thymus.contracts.abi.AbiText;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.Selector;
import thymus.evm.HarnessException;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Parameter;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.NestedCall;
import thymus.system.execution.StepCall;

/**
 * A call as it stands in a file.
 *
 * @param function its signature; empty for a call of none
 * @param arguments name (or position) to value, for readers; {@code data} is what counts
 * @param data 0x and hexadecimal digits
 */
public record RecordedCall(
        String target, Optional<String> function, Map<String, String> arguments, String data, BigInteger value) {
    static RecordedCall of(String target, StepCall call, BigInteger value, DeployedSystem system) {
        return new RecordedCall(
                target,
                call.model().map(FunctionModel::signature),
                call instanceof StepCall.FunctionCall f
                        ? named(f.function(), f.arguments(), system.accounts().text())
                        : Map.of(),
                "0x" + HexFormat.of().formatHex(call.data()),
                value);
    }

    NestedCall toNested(DeployedSystem system, String place) {
        return new NestedCall(target, toCall(system, place), value);
    }

    /**
     * Its data, read by the function that it names.
     *
     * @param place for messages, such as {@code x.json at /steps/0}
     * @throws ReplayFileException if the system has no such account or function, or function, arguments and data
     *     disagree
     */
    StepCall toCall(DeployedSystem system, String place) {
        try {
            system.accounts().resolve(target);
        } catch (HarnessException e) {
            throw new ReplayFileException(place + ": " + e.getMessage(), e);
        }
        byte[] bytes = HexFormat.of().parseHex(data.substring(2));
        return function.isEmpty() ? new StepCall.RawCall(bytes) : call(system, bytes, place);
    }

    private StepCall call(DeployedSystem system, byte[] bytes, String place) {
        FunctionModel model = system.functions(target).stream()
                .filter(f -> f.signature().equals(function.get()))
                .findFirst()
                .orElseThrow(() -> new ReplayFileException(
                        place + ": " + target + " has no function " + function.get() + "; the contract has changed"));
        if (bytes.length < Selector.SIZE || !Selector.fromCallData(bytes).equals(Selector.of(model))) {
            throw new ReplayFileException(place + ": the data do not begin with the selector of " + function.get());
        }
        try {
            byte[] encoded = Arrays.copyOfRange(bytes, Selector.SIZE, bytes.length);
            List<AbiValue> values = AbiCodec.decode(AbiCodec.types(model.inputs()), encoded);
            if (!arguments.isEmpty()
                    && !arguments.equals(named(model, values, system.accounts().text()))) {
                throw new ReplayFileException(place + ": the arguments are not those in the data, which say "
                        + named(model, values, system.accounts().text())
                        + "; remove the arguments to keep the data");
            }
            StepCall call = new StepCall.FunctionCall(model, values);
            // An encoding that no compiler would write is kept as it is.
            return Arrays.equals(call.data(), bytes) ? call : new StepCall.RawCall(bytes);
        } catch (AbiException e) {
            throw new ReplayFileException(
                    place + ": the data are no call of " + function.get() + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, String> named(FunctionModel function, List<AbiValue> values, AbiText text) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            Parameter parameter = function.inputs().get(i);
            String name = parameter.name().isEmpty() ? Integer.toString(i) : parameter.name();
            named.put(name, text.of(parameter.type(), values.get(i)));
        }
        return named;
    }
}
