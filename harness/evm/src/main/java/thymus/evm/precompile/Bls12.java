package thymus.evm.precompile;

import java.math.BigInteger;
import java.util.Optional;
import supranational.blst.P1;
import supranational.blst.P2;
import thymus.evm.precompile.bls12381.G1;
import thymus.evm.precompile.bls12381.G2;
import thymus.evm.precompile.bls12381.Group;
import thymus.evm.precompile.bls12381.PairingCheck;
import thymus.evm.primitive.Word;

/**
 * The operations on the curve BLS12-381 (EIP-2537). A call fails if its input is empty or has a wrong length. It also
 * fails for a field element that is not canonical and for a point that is not on its curve. All operations except
 * additions require points of the group.
 */
enum Bls12 implements Precompile {
    BLS12_G1ADD {
        @Override
        public long gas(byte[] input) {
            return 375;
        }

        @Override
        Optional<byte[]> compute(byte[] input) {
            return sum(G1.GROUP, input);
        }
    },
    BLS12_G1MSM {
        @Override
        public long gas(byte[] input) {
            return MsmGas.G1.of(input.length / (G1_BYTES + SCALAR));
        }

        @Override
        Optional<byte[]> compute(byte[] input) {
            return sumOfMultiples(G1.GROUP, input);
        }
    },
    BLS12_G2ADD {
        @Override
        public long gas(byte[] input) {
            return 600;
        }

        @Override
        Optional<byte[]> compute(byte[] input) {
            return sum(G2.GROUP, input);
        }
    },
    BLS12_G2MSM {
        @Override
        public long gas(byte[] input) {
            return MsmGas.G2.of(input.length / (G2_BYTES + SCALAR));
        }

        @Override
        Optional<byte[]> compute(byte[] input) {
            return sumOfMultiples(G2.GROUP, input);
        }
    },
    BLS12_PAIRING_CHECK {
        @Override
        public long gas(byte[] input) {
            return 37_700 + 32_600L * (input.length / (G1_BYTES + G2_BYTES));
        }

        @Override
        Optional<byte[]> compute(byte[] input) {
            int pair = G1_BYTES + G2_BYTES;
            if (input.length == 0 || input.length % pair != 0) {
                return Optional.empty();
            }
            PairingCheck check = new PairingCheck();
            for (int at = 0; at < input.length; at += pair) {
                Optional<P1> p = member(G1.GROUP, input, at);
                Optional<P2> q = member(G2.GROUP, input, at + G1_BYTES);
                if (p.isEmpty() || q.isEmpty()) {
                    return Optional.empty();
                }
                check.with(p.get(), q.get());
            }
            return Optional.of(Word.of(check.isOne()).toBytes32());
        }
    },
    BLS12_MAP_FP_TO_G1 {
        @Override
        public long gas(byte[] input) {
            return 5500;
        }

        @Override
        Optional<byte[]> compute(byte[] input) {
            return input.length == FP ? G1.GROUP.map(input).map(G1.GROUP::encode) : Optional.empty();
        }
    },
    BLS12_MAP_FP2_TO_G2 {
        @Override
        public long gas(byte[] input) {
            return 23_800;
        }

        @Override
        Optional<byte[]> compute(byte[] input) {
            return input.length == 2 * FP ? G2.GROUP.map(input).map(G2.GROUP::encode) : Optional.empty();
        }
    };

    /** The length in bytes of an encoded field element; the other lengths are in bytes too. */
    private static final int FP = 64;

    private static final int G1_BYTES = 2 * FP;
    private static final int G2_BYTES = 4 * FP;
    private static final int SCALAR = 32;

    abstract Optional<byte[]> compute(byte[] input);

    @Override
    public Optional<byte[]> run(byte[] input) {
        return Blst.run(name(), () -> compute(input));
    }

    private static <P> Optional<byte[]> sum(Group<P> group, byte[] input) {
        if (input.length != 2 * group.bytes()) {
            return Optional.empty();
        }
        return group.decode(input, 0)
                .flatMap(x -> group.decode(input, group.bytes()).map(y -> group.encode(group.add(x, y))));
    }

    private static <P> Optional<byte[]> sumOfMultiples(Group<P> group, byte[] input) {
        int pair = group.bytes() + SCALAR;
        if (input.length == 0 || input.length % pair != 0) {
            return Optional.empty();
        }
        P sum = group.infinity();
        for (int at = 0; at < input.length; at += pair) {
            Optional<P> point = member(group, input, at);
            if (point.isEmpty()) {
                return Optional.empty();
            }
            BigInteger factor = new BigInteger(1, input, at + group.bytes(), SCALAR);
            sum = group.add(sum, group.multiply(point.get(), factor));
        }
        return Optional.of(group.encode(sum));
    }

    private static <P> Optional<P> member(Group<P> group, byte[] input, int at) {
        return group.decode(input, at).filter(group::contains);
    }
}
