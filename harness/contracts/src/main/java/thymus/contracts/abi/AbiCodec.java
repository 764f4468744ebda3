package thymus.contracts.abi;

import java.util.List;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;

/** The contract ABI's encoding of argument lists, as the Solidity ABI specification defines it. */
public final class AbiCodec {
    private AbiCodec() {}

    /**
     * @param values one for each type
     * @throws AbiException if a value does not fit its type
     */
    public static byte[] encode(List<AbiType> types, List<AbiValue> values) {
        return AbiEncoder.encode(types, values);
    }

    /**
     * Strict: padding must be as the types demand and offsets must stay inside; what follows the last value is ignored,
     * as contracts do.
     *
     * @throws AbiException if the bytes are no encoding of such values, or of more than a transaction could hold
     */
    public static List<AbiValue> decode(List<AbiType> types, byte[] bytes) {
        return new AbiDecoder(bytes).decode(types);
    }

    public static List<AbiType> types(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::type).toList();
    }
}
