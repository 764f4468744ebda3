package thymus.evm.precompile;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECMultiplier;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;

/** ECDSA over secp256k1 (SEC 1): signs, and recovers the signer of a signature (section 4.1.6). */
public final class Secp256k1 {
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
    /** The order of the group. */
    public static final BigInteger ORDER = CURVE.getN();

    private static final BigInteger FIELD = CURVE.getCurve().getField().getCharacteristic();

    private static final ECMultiplier BASE = new FixedPointCombMultiplier();

    private Secp256k1() {}

    /** @param odd whether the y coordinate of the signature's point is odd */
    public record Signature(boolean odd, Word r, Word s) {
        /** The other signature of the same hash by the same key, which anybody can tell from this one. */
        public Signature mirrored() {
            return new Signature(!odd, r, Word.of(ORDER.subtract(s.toBigInteger())));
        }
    }

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

    /** The address of a private key, which is above 0 and below {@link #ORDER}. */
    public static Address address(BigInteger key) {
        return address(BASE.multiply(CURVE.getG(), key).normalize());
    }

    /** The signature of the hash by the key: the one of RFC 6979 with SHA-256, with the lower s (EIP-2). */
    public static Signature sign(Word hash, BigInteger key) {
        byte[] message = hash.toBytes32();
        HMacDSAKCalculator nonces = new HMacDSAKCalculator(new SHA256Digest());
        nonces.init(ORDER, key, message);
        while (true) {
            BigInteger nonce = nonces.nextK();
            ECPoint point = BASE.multiply(CURVE.getG(), nonce).normalize();
            BigInteger r = point.getAffineXCoord().toBigInteger();
            BigInteger s = nonce.modInverse(ORDER)
                    .multiply(hash.toBigInteger().add(r.multiply(key)))
                    .mod(ORDER);
            // One in 2^127 points is above the order.
            if (r.compareTo(ORDER) < 0 && s.signum() > 0) {
                boolean odd = point.getAffineYCoord().toBigInteger().testBit(0);
                Signature signature = new Signature(odd, Word.of(r), Word.of(s));
                return s.compareTo(ORDER.shiftRight(1)) > 0 ? signature.mirrored() : signature;
            }
        }
    }

    private static boolean isScalar(BigInteger x) {
        return x.signum() > 0 && x.compareTo(ORDER) < 0;
    }

    private static Address address(ECPoint key) {
        byte[] encoded = key.getEncoded(false);
        return Address.of(Keccak.hash(Arrays.copyOfRange(encoded, 1, 65)));
    }
}
