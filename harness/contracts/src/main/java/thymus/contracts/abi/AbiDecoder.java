package thymus.contracts.abi;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;

/**
 * Decodes bytes that a hostile contract may have returned. Overlapping offsets can describe far more values than bytes,
 * so the number of values is bounded too.
 */
final class AbiDecoder {
    private static final int MOST_VALUES = 1 << 17;

    private final byte[] bytes;
    private int values;

    AbiDecoder(byte[] bytes) {
        this.bytes = bytes;
    }

    List<AbiValue> decode(List<AbiType> types) {
        return sequence(types, 0);
    }

    /** @param start where the heads begin; offsets are relative to it */
    private List<AbiValue> sequence(List<AbiType> types, int start) {
        List<AbiValue> decoded = new ArrayList<>(Math.min(types.size(), 64));
        int at = start;
        for (AbiType type : types) {
            decoded.add(type.isStatic() ? fixed(type, at) : dynamic(type, offset(at, start)));
            at = Math.addExact(at, AbiWord.SIZE * type.headWords());
        }
        return decoded;
    }

    private AbiValue fixed(AbiType type, int at) {
        return switch (type) {
            case AbiType.Array array -> elements(array, array.length().orElseThrow(), at);
            case AbiType.Tuple tuple -> count(new AbiValue.Sequence(sequence(types(tuple), at)));
            case AbiType.Word _, AbiType.ByteString _ -> count(new AbiValue.Number(AbiWord.fromWord(type, word(at))));
        };
    }

    private AbiValue dynamic(AbiType type, int at) {
        return switch (type) {
            case AbiType.Array array
            when array.length().isPresent() -> elements(array, array.length().getAsInt(), at);
            case AbiType.Array array -> elements(array, length(at), at + AbiWord.SIZE);
            case AbiType.Tuple tuple -> count(new AbiValue.Sequence(sequence(types(tuple), at)));
            case AbiType.Bytes ignored -> count(content(at));
            case AbiType.Text ignored -> count(content(at));
            case AbiType.Word _ -> throw new IllegalStateException(type.canonicalName() + " is static");
        };
    }

    private AbiValue elements(AbiType.Array array, int length, int at) {
        // An element without a head, such as uint256[0], takes no bytes. Then only the count bounds the array.
        long needed = Math.multiplyFull(length, AbiWord.SIZE * array.element().headWords());
        if (needed > bytes.length - at || length > MOST_VALUES) {
            throw new AbiException("an array of " + length + " elements does not fit the " + bytes.length + " bytes");
        }
        return count(new AbiValue.Sequence(sequence(Collections.nCopies(length, array.element()), at)));
    }

    private AbiValue content(int at) {
        int length = length(at);
        int from = at + AbiWord.SIZE;
        // Contracts accept contents without padding to whole words, and so do we.
        if (length > bytes.length - from) {
            throw new AbiException(length + " bytes of content reach beyond the end");
        }
        values += length / AbiWord.SIZE;
        return new AbiValue.Bytes(Arrays.copyOfRange(bytes, from, from + length));
    }

    private int length(int at) {
        return small(word(at), "a length");
    }

    private int offset(int at, int start) {
        return Math.addExact(start, small(word(at), "an offset"));
    }

    private int small(BigInteger word, String what) {
        if (word.compareTo(BigInteger.valueOf(bytes.length)) > 0) {
            throw new AbiException(what + " of " + word + " reaches beyond the " + bytes.length + " bytes");
        }
        return word.intValue();
    }

    private BigInteger word(int at) {
        if (at > bytes.length - AbiWord.SIZE) {
            throw new AbiException("a word at byte " + at + " reaches beyond the " + bytes.length + " bytes");
        }
        return new BigInteger(1, bytes, at, AbiWord.SIZE);
    }

    private AbiValue count(AbiValue value) {
        if (++values > MOST_VALUES) {
            throw new AbiException("more than " + MOST_VALUES + " values are described");
        }
        return value;
    }

    private static List<AbiType> types(AbiType.Tuple tuple) {
        return tuple.components().stream().map(Parameter::type).toList();
    }
}
