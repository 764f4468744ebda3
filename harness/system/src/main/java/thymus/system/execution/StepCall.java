package thymus.system.execution;

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
    record RawCall(AbiValue.Bytes input) implements StepCall {
        public RawCall(byte[] data) {
            this(AbiValue.of(data));
        }

        @Override
        public byte[] data() {
            return input.content();
        }
    }

    default Optional<FunctionModel> model() {
        return this instanceof FunctionCall call ? Optional.of(call.function()) : Optional.empty();
    }
}
