package thymus.system.replay;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import thymus.evm.HarnessException;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Entry;
import thymus.system.execution.Step;

/**
 * A step as it stands in a file.
 *
 * @param function its signature; empty for a call of none
 * @param arguments name (or position) to value, for readers; {@code data} is what counts
 * @param data 0x and hexadecimal digits
 * @param entry a file says so only where it is no transaction of the sender's own
 * @param callbacks of an attacker's account in the transaction that the step begins
 * @param ahead how many seconds the clocks of other chains are ahead, as {@link Step} has it
 * @param gas that the call of a contract has at most; empty for all that there is
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
        Entry entry,
        Optional<RecordedCallbacks> callbacks,
        OptionalLong gas,
        long ahead) {
    public static RecordedStep of(Step step, DeployedSystem system) {
        RecordedCall call = RecordedCall.of(step.target(), step.call(), step.value(), system);
        return new RecordedStep(
                step.sender(),
                call.target(),
                call.function(),
                call.arguments(),
                call.data(),
                call.value(),
                step.seconds(),
                step.blocks(),
                step.entry(),
                step.callbacks().map(callbacks -> RecordedCallbacks.of(callbacks, system)),
                step.gas() == Step.ALL_GAS ? OptionalLong.empty() : OptionalLong.of(step.gas()),
                step.ahead());
    }

    /**
     * The step, with its data read by the function that it names.
     *
     * @param place for messages, such as {@code x.json at /steps/0}
     * @throws ReplayFileException if the system has no such account or function, or function, arguments and data
     *     disagree
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
        return new Step(
                sender,
                target,
                new RecordedCall(target, function, arguments, data, value).toCall(system, place),
                value,
                seconds,
                blocks,
                entry,
                callbacks.map(recorded -> recorded.toCallbacks(system, place)),
                gas.orElse(Step.ALL_GAS),
                ahead);
    }
}
