package thymus.contracts.abi;

import java.math.BigInteger;
import java.util.List;
import thymus.evm.primitive.Word;
import thymus.evm.primitive.WordBytes;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.text.ByteNumber;

/**
 * Precomputed facts about a function that is called often.
 *
 * @param inputs the types of the words in the static head of the arguments
 * @param outputs the same for the results
 * @param isFlat whether all arguments are static, so that their words in order are their encoding
 */
public record CallLayout(Selector selector, List<AbiType> inputs, List<AbiType> outputs, boolean isFlat) {
    /** The layout of the function. */
    public static CallLayout of(FunctionModel function) {
        return new CallLayout(
                Selector.of(function),
                StaticHead.types(function.inputs()),
                StaticHead.types(function.outputs()),
                function.inputs().stream().allMatch(p -> p.type().isStatic()));
    }

    /**
     * The call data of a flat function.
     *
     * @param words one for each of {@code inputs}
     * @throws AbiException if one does not fit its type
     */
    public byte[] callData(List<BigInteger> words) {
        byte[] data = room(words.size());
        for (int i = 0; i < words.size(); i++) {
            put(data, i, words.get(i));
        }
        return data;
    }

    /**
     * The call data of the function with this layout.
     *
     * @throws AbiException if a value does not fit its type
     */
    public byte[] callData(FunctionModel function, List<AbiValue> arguments) {
        if (!isFlat || inputs.size() != arguments.size() || function.inputs().size() != arguments.size()) {
            return Selector.callData(function, arguments);
        }
        byte[] data = room(arguments.size());
        for (int i = 0; i < arguments.size(); i++) {
            if (!(arguments.get(i) instanceof AbiValue.Number number)) {
                return Selector.callData(function, arguments);
            }
            put(data, i, number.value());
        }
        return data;
    }

    private byte[] room(int words) {
        byte[] data = new byte[Selector.SIZE + AbiWord.SIZE * words];
        selector.write(data);
        return data;
    }

    private void put(byte[] data, int index, BigInteger value) {
        WordBytes.write(Word.of(AbiWord.toWord(inputs.get(index), value)), data, Selector.SIZE + AbiWord.SIZE * index);
    }

    /**
     * A string or bytes value of the results, as the number that {@link ByteNumber} gives it.
     *
     * @param word that holds its offset, counted in the head of all results
     * @throws AbiException if the output does not encode the results
     */
    public static BigInteger text(FunctionModel function, int word, byte[] output) {
        List<AbiValue> values = AbiCodec.decode(AbiCodec.types(function.outputs()), output);
        int at = 0;
        for (int i = 0; i < values.size(); i++) {
            if (at == word && values.get(i) instanceof AbiValue.Bytes bytes) {
                return ByteNumber.of(bytes.content());
            }
            at += function.outputs().get(i).type().headWords();
        }
        throw new IllegalArgumentException("no string or bytes at word " + word);
    }

    /**
     * One word of the results as a number.
     *
     * @param word counts the words of all results
     * @throws AbiException if the output is too short or does not fit the type
     */
    public BigInteger result(int word, byte[] output) {
        return StaticHead.word(outputs, word, output);
    }
}
