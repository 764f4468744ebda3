package thymus.contracts.abi;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;
import thymus.spec.text.NumberText;

/** Writes the heads first, followed by the tails that the offsets in the heads point to. */
final class AbiEncoder {
    private AbiEncoder() {}

    static byte[] encode(List<AbiType> types, List<AbiValue> values) {
        if (types.size() != values.size()) {
            throw new AbiException(
                    NumberText.count(types.size(), "value is", "values are") + " needed, " + values.size() + " given");
        }
        int headSize = 0;
        for (AbiType type : types) {
            headSize += AbiWord.SIZE * type.headWords();
        }
        ByteArrayOutputStream head = new ByteArrayOutputStream(headSize);
        ByteArrayOutputStream tail = new ByteArrayOutputStream();
        for (int i = 0; i < types.size(); i++) {
            byte[] encoded = value(types.get(i), values.get(i));
            if (types.get(i).isStatic()) {
                head.writeBytes(encoded);
            } else {
                head.writeBytes(length(headSize + tail.size()));
                tail.writeBytes(encoded);
            }
        }
        head.writeBytes(tail.toByteArray());
        return head.toByteArray();
    }

    private static byte[] value(AbiType type, AbiValue value) {
        return switch (type) {
            case AbiType.Bytes ignored -> content(type, value);
            case AbiType.Text ignored -> content(type, value);
            case AbiType.Array array -> array(array, sequence(type, value));
            case AbiType.Tuple tuple ->
                encode(tuple.components().stream().map(Parameter::type).toList(), sequence(type, value));
            case AbiType.Word _ -> {
                if (!(value instanceof AbiValue.Number number)) {
                    throw mismatch(type, value);
                }
                yield AbiWord.bytes(AbiWord.toWord(type, number.value()));
            }
        };
    }

    private static byte[] content(AbiType type, AbiValue value) {
        if (!(value instanceof AbiValue.Bytes bytes)) {
            throw mismatch(type, value);
        }
        byte[] content = bytes.content();
        byte[] encoded = new byte[AbiWord.SIZE + (content.length + 31) / 32 * 32];
        System.arraycopy(length(content.length), 0, encoded, 0, AbiWord.SIZE);
        System.arraycopy(content, 0, encoded, AbiWord.SIZE, content.length);
        return encoded;
    }

    private static byte[] array(AbiType.Array array, List<AbiValue> elements) {
        byte[] body = encode(Collections.nCopies(elements.size(), array.element()), elements);
        if (array.length().isPresent()) {
            if (array.length().getAsInt() != elements.size()) {
                throw new AbiException(array.canonicalName() + " has "
                        + NumberText.count(array.length().getAsInt(), "element") + ", " + elements.size() + " given");
            }
            return body;
        }
        ByteArrayOutputStream encoded = new ByteArrayOutputStream(AbiWord.SIZE + body.length);
        encoded.writeBytes(length(elements.size()));
        encoded.writeBytes(body);
        return encoded.toByteArray();
    }

    private static List<AbiValue> sequence(AbiType type, AbiValue value) {
        if (value instanceof AbiValue.Sequence sequence) {
            return sequence.elements();
        }
        throw mismatch(type, value);
    }

    private static byte[] length(int length) {
        return AbiWord.bytes(BigInteger.valueOf(length));
    }

    private static AbiException mismatch(AbiType type, AbiValue value) {
        return new AbiException(value + " is no " + type.canonicalName());
    }
}
