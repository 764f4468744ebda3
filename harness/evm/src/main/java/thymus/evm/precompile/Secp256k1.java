package thymus.evm.precompile;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;

/** Recovers a signer from an ECDSA signature over secp256k1 (SEC 1, section 4.1.6). */
public final class Secp256k1 {
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
    /** The order of the group. */
    public static final BigInteger ORDER = CURVE.getN();

    private static final BigInteger FIELD = CURVE.getCurve().getField().getCharacteristic();

    private Secp256k1() {}

    /**
     * Recovers the signer's address; empty if the signature is invalid.
     *
     * @param odd whether the y coordinate of the signature's point is odd
     */
    public static Optional<Address> recover(Word hash, boolean odd, Word r, Word s) {
        BigInteger rNumber = r.toBigInteger();
        BigInteger sNumber = s.toBigInteger();
        if (!isScalar(rNumber) || !isScalar(sNumber) || rNumber.compareTo(FIELD) >= 0) {
            return Optional.empty();
        }
        byte[] compressed = new byte[33];
        compressed[0] = (byte) (odd ? 3 : 2);
        System.arraycopy(r.toBytes32(), 0, compressed, 1, 32);
        ECPoint point;
        try {
            point = CURVE.getCurve().decodePoint(compressed);
        } catch (IllegalArgumentException notOnCurve) {
            return Optional.empty();
        }
        BigInteger inverse = rNumber.modInverse(ORDER);
        BigInteger u1 = hash.toBigInteger().negate().multiply(inverse).mod(ORDER);
        BigInteger u2 = sNumber.multiply(inverse).mod(ORDER);
        ECPoint key =
                ECAlgorithms.sumOfTwoMultiplies(CURVE.getG(), u1, point, u2).normalize();
        return key.isInfinity() ? Optional.empty() : Optional.of(address(key));
    }

    private static boolean isScalar(BigInteger x) {
        return x.signum() > 0 && x.compareTo(ORDER) < 0;
    }

    private static Address address(ECPoint key) {
        byte[] encoded = key.getEncoded(false);
        return Address.of(Keccak.hash(Arrays.copyOfRange(encoded, 1, 65)));
    }
}
