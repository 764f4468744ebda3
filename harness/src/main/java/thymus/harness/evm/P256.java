package thymus.harness.evm;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECPoint;

/**
 * ECDSA over secp256r1. Apart from {@link P256Verify}, which every start makes: the library's jar is signed, and Java
 * takes 0.4 s to verify that before the first of its classes is there.
 */
final class P256 {
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256r1");
    private static final BigInteger FIELD = CURVE.getCurve().getField().getCharacteristic();

    private P256() {}

    /** @param input hash, r, s, x, y, of 32 bytes each */
    static boolean isValid(byte[] input) {
        BigInteger x = number(input, 96);
        BigInteger y = number(input, 128);
        if (x.compareTo(FIELD) >= 0 || y.compareTo(FIELD) >= 0 || x.signum() == 0 && y.signum() == 0) {
            return false;
        }
        ECPoint key = CURVE.getCurve().createPoint(x, y);
        if (!key.isValid()) {
            return false;
        }
        ECDSASigner signer = new ECDSASigner();
        signer.init(false, new ECPublicKeyParameters(key,
                new ECDomainParameters(CURVE.getCurve(), CURVE.getG(), CURVE.getN(), CURVE.getH())));
        return signer.verifySignature(Arrays.copyOf(input, 32), number(input, 32), number(input, 64));
    }

    private static BigInteger number(byte[] input, int at) {
        return new BigInteger(1, input, at, 32);
    }
}
