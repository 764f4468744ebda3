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
import thymus.system.execution.Entry;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/**
 * A step as it stands in a file.
 *
 * @param function its signature; empty for a call of none
 * @param arguments name (or position) to value, for readers; {@code data} is what counts
 * @param data 0x and hexadecimal digits
 * @param entry a file says so only where it is no transaction of the sender's own
 */
public record RecordedStep(
        String sender,
        String target,
        Optional<String> function,
        Map<String, String> arguments,
        String data,
        BigInteger value,
        long seconds,
        long blocks,
        Entry entry) {
    public static RecordedStep of(Step step, DeployedSystem system) {
        return new RecordedStep(
                step.sender(),
                step.target(),
                step.call().model().map(FunctionModel::signature),
                step.call() instanceof StepCall.FunctionCall call
                        ? named(
                                call.function(),
                                call.arguments(),
                                system.accounts().text())
                        : Map.of(),
                "0x" + HexFormat.of().formatHex(step.call().data()),
                step.value(),
                step.seconds(),
                step.blocks(),
                step.entry());
    }

    /**
     * The step, with its data read by the function that it names.
     *
     * @param place for messages, such as {@code x.json at /steps/0}
     * @throws ReplayFileException if the system has no such account or function, or function, arguments and data disagree
     */
    Step toStep(DeployedSystem system, String place) {
        try {
            system.accounts().resolve(sender);
            system.accounts().resolve(target);
        } catch (HarnessException e) {
            throw new ReplayFileException(place + ": " + e.getMessage(), e);
        }
        if (entry.isByContract()
                && system.accounts().nameOf(system.accounts().resolve(sender)).isPresent()) {
            throw new ReplayFileException(
                    place + ": \"entry\" says that " + sender + " is an attacker's contract, but the "
                            + "specification names it; leave \"entry\" out, or write another sender");
        }
        byte[] bytes = HexFormat.of().parseHex(data.substring(2));
        StepCall call = function.isEmpty() ? new StepCall.RawCall(bytes) : call(system, bytes, place);
        return new Step(sender, target, call, value, seconds, blocks, entry);
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
