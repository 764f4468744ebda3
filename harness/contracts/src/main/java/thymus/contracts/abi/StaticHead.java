package thymus.contracts.abi;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;

/** The words in the static head of a list of values. The language sees only these. */
public final class StaticHead {
    private StaticHead() {}

    /** The type of each word of the head. The offset of a dynamic value counts as a number. */
    public static List<AbiType> types(List<Parameter> parameters) {
        List<AbiType> types = new ArrayList<>();
        parameters.forEach(p -> add(p.type(), types));
        return List.copyOf(types);
    }

    private static void add(AbiType type, List<AbiType> into) {
        switch (type) {
            case AbiType t when !t.isStatic() -> into.add(new AbiType.UInt(256));
            case AbiType.Tuple tuple -> tuple.components().forEach(c -> add(c.type(), into));
            case AbiType.Array array -> {
                for (int i = 0; i < array.length().orElseThrow(); i++) {
                    add(array.element(), into);
                }
            }
            case AbiType.Word _, AbiType.ByteString _ -> into.add(type);
        }
    }

    /**
     * One word of an encoding.
     *
     * @param index as in {@link #types}
     * @throws AbiException if the bytes are too short or the word does not fit the type
     */
    public static BigInteger word(List<AbiType> types, int index, byte[] encoded) {
        int at = AbiWord.SIZE * index;
        if (encoded.length < at + AbiWord.SIZE) {
            throw new AbiException("the " + encoded.length + " bytes have no word " + index);
        }
        return AbiWord.fromWord(types.get(index), new BigInteger(1, encoded, at, AbiWord.SIZE));
    }
}
