package thymus.system.execution;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.Selector;
import thymus.spec.contract.FunctionModel;

/** What a transaction asks of its target. */
public sealed interface StepCall {
    /** The input of the transaction. */
    byte[] data();

    /**
     * A call of a function. Its {@link #data} throws {@link thymus.contracts.abi.AbiException} if an argument does not fit
     * its type.
     */
    record FunctionCall(FunctionModel function, List<AbiValue> arguments) implements StepCall {
        public FunctionCall {
            arguments = List.copyOf(arguments);
        }

        @Override
        public byte[] data() {
            return Selector.callData(function, arguments);
        }
    }

    /** Any bytes: a fallback or receive function, or an encoding that no compiler would write. Immutable. */
    record RawCall(byte[] data) implements StepCall {
        public RawCall {
            data = data.clone();
        }

        @Override
        public byte[] data() {
            return data.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof RawCall call && Arrays.equals(data, call.data);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(data);
        }

        @Override
        public String toString() {
            return "RawCall[0x" + HexFormat.of().formatHex(data) + "]";
        }
    }

    default Optional<FunctionModel> model() {
        return this instanceof FunctionCall call ? Optional.of(call.function()) : Optional.empty();
    }
}
