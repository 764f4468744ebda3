package thymus.spec;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.spec.contract.FunctionModel;
import thymus.spec.text.Span;

/**
 * A call that the file makes the fuzzer try.
 *
 * @param arguments one for each parameter of the function
 * @param value in wei
 * @param pause the time before the call; empty where the file does not say
 */
public record ScriptedCall(
        String instance,
        FunctionModel function,
        List<Choice> arguments,
        Senders senders,
        Choice value,
        Optional<Pause> pause,
        Span span) {
    /** From {@code least} to {@code greatest} seconds. */
    public record Pause(BigInteger least, BigInteger greatest) {}

    /**
     * Who calls.
     *
     * @param actors one of these; empty for anyone, who then makes all such calls of an action
     * @param shared the name of the shared value that says which of them
     */
    public record Senders(List<String> actors, Optional<String> shared) {
        public static final Senders ANYONE = new Senders(List.of(), Optional.empty());

        public Senders {
            actors = List.copyOf(actors);
        }
    }

    public ScriptedCall {
        arguments = List.copyOf(arguments);
    }
}
