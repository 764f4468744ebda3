package thymus.evm.precompile.bls12381;

import java.math.BigInteger;
import java.util.Optional;
import supranational.blst.P1;

/** y² = x³ + 4 over {@link Fp}. */
public final class G1 implements Group<P1> {
    public static final G1 GROUP = new G1();
    /** The cofactor that maps a point of the curve into the group (RFC 9380, section 8.8.1). */
    private static final BigInteger COFACTOR = new BigInteger("d201000000010001", 16);

    private G1() {}

    @Override
    public int bytes() {
        return Encoding.G1.bytes();
    }

    @Override
    public P1 infinity() {
        return new P1();
    }

    @Override
    public Optional<P1> decode(byte[] input, int at) {
        return Encoding.G1.isInfinity(input, at)
                ? Optional.of(infinity())
                : Encoding.G1.toBlst(input, at).flatMap(G1::read);
    }

    private static Optional<P1> read(byte[] bytes) {
        try {
            return Optional.of(new P1(bytes));
        } catch (RuntimeException notOnCurve) {
            return Optional.empty();
        }
    }

    @Override
    public byte[] encode(P1 point) {
        return point.is_inf() ? new byte[bytes()] : Encoding.G1.fromBlst(point.serialize());
    }

    @Override
    public boolean contains(P1 point) {
        return point.in_group();
    }

    @Override
    public P1 add(P1 x, P1 y) {
        return x.add(y);
    }

    @Override
    public P1 multiply(P1 point, BigInteger factor) {
        return point.mult(factor.mod(ORDER));
    }

    @Override
    public Optional<P1> map(byte[] input) {
        return Fp.decode(input, 0)
                .map(u -> G1Map.MAP
                        .map(u)
                        .map(point -> new P1(Encoding.G1.toBlst(point.x(), point.y())).mult(COFACTOR))
                        .orElseGet(this::infinity));
    }
}
