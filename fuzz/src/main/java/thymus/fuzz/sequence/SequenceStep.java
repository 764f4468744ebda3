package thymus.fuzz.sequence;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thymus.contracts.abi.AbiValue;
import thymus.fuzz.FuzzException;
import thymus.spec.contract.Parameter;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/**
 * One step, for a test to read.
 *
 * @param sender an actor by name, or an address in hexadecimal
 * @param contract that is called, by name
 * @param function its name; empty for data that no function expects
 * @param arguments by name, or by {@code #0}, {@code #1} where the contract has no name for them
 * @param wei that is sent along
 * @param seconds that pass before it
 * @param text the step as a report prints it
 */
public record SequenceStep(
        String sender,
        String contract,
        String function,
        Map<String, AbiValue> arguments,
        BigInteger wei,
        long seconds,
        String text) {
    static SequenceStep of(Step step, StepText text) {
        boolean isCall = step.call() instanceof StepCall.FunctionCall;
        return new SequenceStep(
                step.sender(),
                step.target(),
                isCall ? ((StepCall.FunctionCall) step.call()).function().name() : "",
                step.call() instanceof StepCall.FunctionCall call ? arguments(call) : Map.of(),
                step.value(),
                step.seconds(),
                text.line(step));
    }

    private static Map<String, AbiValue> arguments(StepCall.FunctionCall call) {
        Map<String, AbiValue> arguments = new LinkedHashMap<>();
        List<Parameter> parameters = call.function().inputs();
        for (int i = 0; i < parameters.size(); i++) {
            String name = parameters.get(i).name();
            arguments.put(name.isEmpty() ? "#" + i : name, call.arguments().get(i));
        }
        return Collections.unmodifiableMap(arguments);
    }

    public boolean calls(String name) {
        return function.equals(name);
    }

    /**
     * An argument that is a number, a truth value (1 or 0) or an address.
     *
     * @throws FuzzException if there is none of that name
     */
    public BigInteger number(String argument) {
        if (arguments.get(argument) instanceof AbiValue.Number number) {
            return number.value();
        }
        throw new FuzzException(
                "`" + text + "` has no number called " + argument + "; its arguments are " + arguments.keySet());
    }

    @Override
    public String toString() {
        return text;
    }
}
