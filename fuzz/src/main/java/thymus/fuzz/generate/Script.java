package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import thymus.contracts.abi.AbiValue;

/**
 * Calls that the specification wants to be made often, in this order.
 *
 * @param weight how often it is drawn beside other scripts
 * @param shared what is drawn once before the first call; a range of indices stands for one of listed values
 * @param calls at least one
 * @param anyone who may make all the calls whose sender is left open
 */
public record Script(double weight, List<Shared> shared, List<Call> calls, List<String> anyone) {
    public Script {
        shared = List.copyOf(shared);
        calls = List.copyOf(calls);
        anyone = List.copyOf(anyone);
    }

    /** @param isIndex whether every number of the range is as good as any other */
    public record Shared(Between range, boolean isIndex) {}

    /**
     * @param arguments one for each parameter
     * @param senders names; empty for anyone
     * @param sender the index of the shared value that says which of the senders it is
     * @param pause the seconds before the call; empty for the least, and before the first call for any
     */
    public record Call(
            Callable callable,
            List<Value> arguments,
            List<String> senders,
            OptionalInt sender,
            Value payment,
            Optional<Between> pause) {
        public Call {
            arguments = List.copyOf(arguments);
            senders = List.copyOf(senders);
        }
    }

    /** What an argument, or a payment, may be. */
    public sealed interface Value {}

    /** What is drawn where no script says anything. */
    public record Usual() implements Value {}

    /** The address of the sender. */
    public record Sender() implements Value {}

    /** @param values at least one */
    public record OneOf(List<AbiValue> values) implements Value {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** A number from {@code least} to {@code greatest}. */
    public record Between(BigInteger least, BigInteger greatest) implements Value {}

    /**
     * The shared value of that index.
     *
     * @param values the list that the number is an index of; empty for the number itself
     */
    public record Common(int index, List<AbiValue> values) implements Value {
        public Common {
            values = List.copyOf(values);
        }
    }
}
