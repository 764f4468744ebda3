package thymus.contracts.abi;

import java.util.List;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;

/** Encodes and decodes argument lists as the Solidity ABI specification defines. */
public final class AbiCodec {
    private AbiCodec() {}

    /**
     * The encoding of the values.
     *
     * @param values one for each type
     * @throws AbiException if a value does not fit its type
     */
    public static byte[] encode(List<AbiType> types, List<AbiValue> values) {
        return AbiEncoder.encode(types, values);
    }

    /**
     * Decodes strictly: padding must match the types, and offsets must stay inside. Bytes behind the last value are
     * ignored, as contracts do.
     *
     * @throws AbiException if the bytes do not encode such values, or encode more than a transaction could hold
     */
    public static List<AbiValue> decode(List<AbiType> types, byte[] bytes) {
        return new AbiDecoder(bytes).decode(types);
    }

    /** The types of the parameters, in order. */
    public static List<AbiType> types(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::type).toList();
    }
}
