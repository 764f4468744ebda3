package thymus.evm.precompile.bls12381;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Optional;
import supranational.blst.P1;
import supranational.blst.P2;

/**
 * A KZG proof that the polynomial f behind a commitment C has f(z) = y (EIP-4844). The proof π must satisfy e(C −
 * yG, H) = e(π, sH − zH), with generators G and H and the secret s of the trusted setup. The check needs only sH of
 * the thousands of points of the setup. It is a constant here, because loading the setup would take longer than most
 * runs of Thymus.
 */
public final class KzgProof {
    private static final int COMPRESSED = 48;
    /** sH, compressed, from the ceremony's published result. */
    private static final String SECRET = "b5bfd7dd8cdeb128843bc287230af38926187075cbfbefa81009a2ce615ac53d"
            + "2914e5870cb452d2afaaab24f3499f72185cbfee53492714734429b7b38608e23926c911cceceac9a36851477ba4c60b"
            + "087041de621000edc98edada20c1def2";

    private KzgProof() {}

    /**
     * Checks the proof. It holds only if both points are in the group and z and y are canonical scalars.
     *
     * @param commitment compressed, as is the proof
     */
    public static boolean holds(byte[] commitment, BigInteger z, BigInteger y, byte[] proof) {
        if (z.compareTo(Group.ORDER) >= 0 || y.compareTo(Group.ORDER) >= 0) {
            return false;
        }
        return member(commitment)
                .flatMap(c -> member(proof).map(pi -> holds(c, z, y, pi)))
                .orElse(false);
    }

    /** Checks the equation with all multiples on the left: e(C − yG + zπ, −H) · e(π, sH) = 1. */
    private static boolean holds(P1 commitment, BigInteger z, BigInteger y, P1 proof) {
        P1 left = commitment.add(P1.generator().mult(y).neg()).add(proof.dup().mult(z));
        P2 secret = new P2(HexFormat.of().parseHex(SECRET));
        return new PairingCheck()
                .with(left, P2.generator().neg())
                .with(proof, secret)
                .isOne();
    }

    private static Optional<P1> member(byte[] bytes) {
        if (bytes.length != COMPRESSED) {
            return Optional.empty();
        }
        try {
            return Optional.of(new P1(bytes)).filter(P1::in_group);
        } catch (RuntimeException noPoint) {
            return Optional.empty();
        }
    }
}
