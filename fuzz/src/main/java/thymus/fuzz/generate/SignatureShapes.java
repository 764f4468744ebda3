package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.AbiWord;
import thymus.evm.precompile.Secp256k1;
import thymus.fuzz.random.SplitRandom;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;

/**
 * Where signatures may stand among arguments: v, r and s as words of their own, in arrays of them, or one behind the
 * other in bytes, with v in one byte, in a word, or in the first bit of s (EIP-2098).
 */
final class SignatureShapes {
    static final int WORD = AbiWord.SIZE;
    /** What v has beside the parity. */
    static final int BASE = 27;

    private SignatureShapes() {}

    static boolean fit(List<Parameter> parameters) {
        for (int i = 0; i < parameters.size(); i++) { // every drawn step comes here: streams cost more than the rest
            AbiType type = parameters.get(i).type();
            boolean isPair = i > 0
                    && isHalf(single(type))
                    && type.equals(parameters.get(i - 1).type());
            if (isPair || fit(type)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fit(AbiType type) {
        return switch (type) {
            case AbiType.Bytes _ -> true;
            case AbiType.Tuple tuple -> fit(tuple.components());
            case AbiType.Array array -> fit(array.element());
            case AbiType.Word _, AbiType.Text _ -> false;
        };
    }

    private static List<AbiType> types(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::type).toList();
    }

    static boolean isHalf(AbiType type) {
        return type instanceof AbiType.FixedBytes bytes && bytes.size() == WORD;
    }

    static boolean isParity(AbiType type) {
        return type instanceof AbiType.UInt number && number.bits() == 8;
    }

    private static AbiType single(AbiType type) {
        return type instanceof AbiType.Array array ? array.element() : type;
    }

    /** The indices of r, or of an array of them, where s stands behind it. */
    private static List<Integer> pairs(List<AbiType> types) {
        List<Integer> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < types.size(); i++) {
            if (types.get(i).equals(types.get(i + 1)) && isHalf(single(types.get(i)))) {
                pairs.add(i++);
            }
        }
        return pairs;
    }

    /** The index of v for the r at an index. */
    private static OptionalInt parity(List<AbiType> types, int r) {
        boolean many = types.get(r) instanceof AbiType.Array;
        return IntStream.of(r + 2, r - 1)
                .filter(i -> i >= 0
                        && i < types.size()
                        && isParity(single(types.get(i)))
                        && types.get(i) instanceof AbiType.Array == many)
                .findFirst();
    }

    /** The arguments with something that looks like a signature in each place for one; no two are the same. */
    static List<AbiValue> placeholders(List<Parameter> parameters, List<AbiValue> values, SplitRandom random) {
        List<AbiType> types = types(parameters);
        AbiValue[] changed = new AbiValue[values.size()];
        Arrays.setAll(changed, i -> placeholder(types.get(i), values.get(i), random));
        for (int r : pairs(types)) {
            OptionalInt v = parity(types, r);
            if (changed[r] instanceof AbiValue.Sequence sequence) {
                int count = Math.max(1, sequence.elements().size());
                changed[r] = repeated(count, () -> half(random));
                changed[r + 1] = repeated(count, () -> second(random, v.isPresent()));
                v.ifPresent(at -> changed[at] = repeated(count, () -> parity(random)));
            } else {
                changed[r] = half(random);
                changed[r + 1] = second(random, v.isPresent());
                v.ifPresent(at -> changed[at] = parity(random));
            }
        }
        return List.of(changed);
    }

    private static AbiValue repeated(int count, Supplier<AbiValue> one) {
        return new AbiValue.Sequence(
                IntStream.range(0, count).mapToObj(i -> one.get()).toList());
    }

    private static AbiValue half(SplitRandom random) {
        return AbiValue.of(r(random));
    }

    /** Mostly one that no point has, which is refused at little cost. */
    private static BigInteger r(SplitRandom random) {
        BigInteger r = random.bits(127);
        return random.chance(7, 8) ? Secp256k1.ORDER.add(r) : Secp256k1.ORDER.subtract(r);
    }

    /** Contracts refuse an s in the upper half of its range. */
    private static AbiValue second(SplitRandom random, boolean alone) {
        BigInteger s = random.bits(254);
        return AbiValue.of(alone ? s : compact(s, random.chance(1, 2)));
    }

    private static AbiValue parity(SplitRandom random) {
        return AbiValue.of(BASE + random.below(2));
    }

    private static AbiValue placeholder(AbiType type, AbiValue value, SplitRandom random) {
        return switch (type) {
            case AbiType.Bytes _ -> random.chance(2, 3) ? AbiValue.of(bytes(random)) : value;
            case AbiType.Tuple tuple ->
                new AbiValue.Sequence(placeholders(tuple.components(), ((AbiValue.Sequence) value).elements(), random));
            case AbiType.Array array ->
                new AbiValue.Sequence(((AbiValue.Sequence) value)
                        .elements().stream()
                                .map(element -> placeholder(array.element(), element, random))
                                .toList());
            case AbiType.Word _, AbiType.Text _ -> value;
        };
    }

    private static byte[] bytes(SplitRandom random) {
        byte[] r = AbiWord.bytes(r(random));
        BigInteger s = random.bits(254);
        byte[] v = AbiWord.bytes(BigInteger.valueOf(BASE + random.below(2)));
        return switch (random.below(8)) {
            case 0 -> joined(r, AbiWord.bytes(compact(s, random.chance(1, 2))));
            case 1 -> joined(v, r, AbiWord.bytes(s));
            case 2 -> joined(r, AbiWord.bytes(s), v);
            default -> joined(r, AbiWord.bytes(s), Arrays.copyOfRange(v, WORD - 1, WORD));
        };
    }

    /** With the parity in the first bit. */
    static BigInteger compact(BigInteger s, boolean odd) {
        return odd ? s.setBit(255) : s.clearBit(255);
    }

    static byte[] joined(byte[]... parts) {
        byte[] all = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
