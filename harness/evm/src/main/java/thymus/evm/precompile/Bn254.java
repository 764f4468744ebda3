package thymus.evm.precompile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.evm.precompile.bn254.Curve;
import thymus.evm.precompile.bn254.Fp;
import thymus.evm.precompile.bn254.Fp12;
import thymus.evm.precompile.bn254.Fp2;
import thymus.evm.precompile.bn254.Pairing;
import thymus.evm.precompile.bn254.Point;
import thymus.evm.primitive.Word;
import thymus.evm.primitive.WordBytes;

/**
 * The operations on the curve alt_bn128 (EIP-196, EIP-197; priced by EIP-1108). A coordinate is a word, and (0, 0) is
 * infinity. A call fails for a coordinate that is not canonical and for a point that is not in its group.
 */
enum Bn254 implements Precompile {
    /** Adds two points; missing input counts as zeros. */
    ADD {
        @Override
        public long gas(byte[] input) {
            return 150;
        }

        @Override
        public Optional<byte[]> run(byte[] input) {
            return g1(input, 0).flatMap(x -> g1(input, 64).map(y -> encode(x.add(y))));
        }
    },
    /** Multiplies a point by a number; missing input counts as zeros. */
    MUL {
        @Override
        public long gas(byte[] input) {
            return 6000;
        }

        @Override
        public Optional<byte[]> run(byte[] input) {
            Word factor = WordBytes.readZeroPadded(input, 64);
            return g1(input, 0).map(point -> encode(point.multiply(factor.toBigInteger())));
        }
    },
    /** Checks pairs of a point of G1 and one of G2: 1 if the product of their pairings is one, otherwise 0. */
    PAIRING {
        @Override
        public long gas(byte[] input) {
            return 45_000 + 34_000L * (input.length / PAIR);
        }

        @Override
        public Optional<byte[]> run(byte[] input) {
            if (input.length % PAIR != 0) {
                return Optional.empty();
            }
            List<Pairing.Pair> pairs = new ArrayList<>();
            for (int at = 0; at < input.length; at += PAIR) {
                Optional<Point<Fp>> p = g1(input, at);
                Optional<Point<Fp2>> q = g2(input, at + 64);
                if (p.isEmpty() || q.isEmpty()) {
                    return Optional.empty();
                }
                pairs.add(new Pairing.Pair(p.get(), q.get()));
            }
            return Optional.of(Word.of(Pairing.product(pairs).equals(Fp12.ONE)).toBytes32());
        }
    };

    /** The length in bytes of a pair: two words for the point of G1 and four for that of G2. */
    private static final int PAIR = 192;

    private static Optional<Point<Fp>> g1(byte[] input, int at) {
        return Curve.g1(WordBytes.readZeroPadded(input, at), WordBytes.readZeroPadded(input, at + 32));
    }

    private static Optional<Point<Fp2>> g2(byte[] input, int at) {
        return fp2(input, at).flatMap(x -> fp2(input, at + 64).flatMap(y -> Curve.g2(x, y)));
    }

    /** The imaginary part comes first. */
    private static Optional<Fp2> fp2(byte[] input, int at) {
        Optional<Fp> imaginary = Fp.of(WordBytes.read32(input, at));
        Optional<Fp> real = Fp.of(WordBytes.read32(input, at + 32));
        return imaginary.flatMap(b -> real.map(a -> new Fp2(a, b)));
    }

    private static byte[] encode(Point<Fp> point) {
        byte[] output = new byte[64];
        if (!point.isInfinity()) {
            Point<Fp> affine = point.normalized();
            WordBytes.write(affine.x().toWord(), output, 0);
            WordBytes.write(affine.y().toWord(), output, 32);
        }
        return output;
    }
}
