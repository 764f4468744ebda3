package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.AbiWord;
import thymus.evm.precompile.Secp256k1;
import thymus.fuzz.random.SplitRandom;
import thymus.spec.contract.Parameter;

/** Writes a signature in other forms, which anybody can do: the same key has signed the same hash. */
final class SignatureForms {
    private static final int WORD = SignatureShapes.WORD;
    private static final int PLAIN = 2 * WORD + 1;
    private static final int BASE = SignatureShapes.BASE;

    private SignatureForms() {}

    /** The arguments with the first signature among them in another form; as they are if there is none. */
    static List<AbiValue> altered(List<Parameter> parameters, List<AbiValue> arguments, SplitRandom random) {
        List<Leaf> leaves = Leaf.in(parameters, arguments);
        for (int i = 0; i < leaves.size(); i++) {
            Leaf leaf = leaves.get(i);
            if (leaf.value() instanceof AbiValue.Bytes bytes
                    && bytes.size() >= 2 * WORD
                    && bytes.size() <= PLAIN
                    && isScalar(SignaturePlace.word(bytes.content(), WORD).clearBit(255))) {
                return leaf.write(arguments, AbiValue.of(altered(bytes.content(), random)));
            }
            boolean pair = i + 1 < leaves.size()
                    && SignatureShapes.isHalf(leaf.type())
                    && SignatureShapes.isHalf(leaves.get(i + 1).type())
                    && isScalar(leaves.get(i + 1).number().clearBit(255));
            if (pair) {
                return mirrored(leaves, leaf, leaves.get(i + 1), arguments);
            }
        }
        return arguments;
    }

    private static List<AbiValue> mirrored(List<Leaf> leaves, Leaf r, Leaf half, List<AbiValue> arguments) {
        BigInteger s = half.number();
        Optional<Leaf> v = SignaturePlace.nearest(leaves, r, leaf -> SignatureShapes.isParity(leaf.type()));
        if (v.isEmpty() || !isScalar(s)) {
            return arguments; // with the parity in its first bit, s is the lower one
        }
        List<AbiValue> changed = half.write(arguments, AbiValue.of(mirrored(s)));
        return v.get().write(changed, AbiValue.of(flipped(v.get().number().intValue())));
    }

    private static BigInteger mirrored(BigInteger s) {
        return Secp256k1.ORDER.subtract(s);
    }

    private static byte[] altered(byte[] bytes, SplitRandom random) {
        boolean plain = bytes.length == PLAIN;
        BigInteger half = SignaturePlace.word(bytes, WORD);
        BigInteger s = plain ? half : half.clearBit(255);
        int v = plain ? bytes[2 * WORD] & 0xff : BASE + (half.testBit(255) ? 1 : 0);
        return switch (random.below(6)) {
            case 0 -> plain ? compact(bytes, s, v) : plain(bytes, s, v);
            case 1 -> Arrays.copyOf(bytes, bytes.length + 1);
            case 2 -> plain(bytes, s, v >= BASE ? v - BASE : v + BASE);
            default -> plain(bytes, mirrored(s), flipped(v));
        };
    }

    private static byte[] plain(byte[] bytes, BigInteger s, int v) {
        return SignatureShapes.joined(Arrays.copyOf(bytes, WORD), AbiWord.bytes(s), new byte[] {(byte) v});
    }

    private static byte[] compact(byte[] bytes, BigInteger s, int v) {
        boolean isUpper = s.testBit(255);
        boolean odd = (v >= BASE ? v - BASE : v) % 2 != 0;
        BigInteger half = SignatureShapes.compact(isUpper ? mirrored(s) : s, odd != isUpper);
        return SignatureShapes.joined(Arrays.copyOf(bytes, WORD), AbiWord.bytes(half));
    }

    /** 27 for 28, 0 for 1, and the other way round; another byte for any that is no parity. */
    private static int flipped(int v) {
        return v == BASE || v == BASE + 1 ? 2 * BASE + 1 - v : v ^ 1;
    }

    private static boolean isScalar(BigInteger s) {
        return s.signum() > 0 && s.compareTo(Secp256k1.ORDER) < 0;
    }
}
