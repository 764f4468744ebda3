package thymus.evm.precompile.bls12381;

import java.math.BigInteger;
import java.util.Optional;
import supranational.blst.P2;

/** y² = x³ + 4(1 + i) over {@link Fp2}. */
public final class G2 implements Group<P2> {
    public static final G2 GROUP = new G2();
    /** The cofactor that maps a point of the curve into the group (RFC 9380, section 8.8.2). */
    private static final BigInteger COFACTOR = new BigInteger(
            "bc69f08f2ee75b3584c6a0ea91b352888e2a8e9145ad7689"
                    + "986ff031508ffe1329c2f178731db956d82bf015d1212b02"
                    + "ec0ec69d7477c1ae954cbc06689f6a359894c0adebbf6b4e8020005aaa95551",
            16);

    private G2() {}

    @Override
    public int bytes() {
        return Encoding.G2.bytes();
    }

    @Override
    public P2 infinity() {
        return new P2();
    }

    @Override
    public Optional<P2> decode(byte[] input, int at) {
        return Encoding.G2.isInfinity(input, at)
                ? Optional.of(infinity())
                : Encoding.G2.toBlst(input, at).flatMap(G2::read);
    }

    private static Optional<P2> read(byte[] bytes) {
        try {
            return Optional.of(new P2(bytes));
        } catch (RuntimeException notOnCurve) {
            return Optional.empty();
        }
    }

    @Override
    public byte[] encode(P2 point) {
        return point.is_inf() ? new byte[bytes()] : Encoding.G2.fromBlst(point.serialize());
    }

    @Override
    public boolean contains(P2 point) {
        return point.in_group();
    }

    @Override
    public P2 add(P2 x, P2 y) {
        return x.add(y);
    }

    @Override
    public P2 multiply(P2 point, BigInteger factor) {
        return point.mult(factor.mod(ORDER));
    }

    @Override
    public Optional<P2> map(byte[] input) {
        return Fp2.decode(input, 0)
                .map(u -> G2Map.MAP
                        .map(u)
                        .map(point -> new P2(Encoding.G2.toBlst(
                                        point.x().a(),
                                        point.x().b(),
                                        point.y().a(),
                                        point.y().b()))
                                .mult(COFACTOR))
                        .orElseGet(this::infinity));
    }
}
