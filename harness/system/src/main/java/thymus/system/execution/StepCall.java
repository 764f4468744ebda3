package thymus.system.execution;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.Selector;
import thymus.spec.contract.FunctionModel;

/** The call of a transaction. */
public sealed interface StepCall {
    /** The transaction's input. */
    byte[] data();

    /**
     * A function call. Its {@link #data} throws {@link thymus.contracts.abi.AbiException} if an argument does not fit
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

    /** Arbitrary call data, for a fallback or receive function or an unusual encoding. Immutable. */
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
