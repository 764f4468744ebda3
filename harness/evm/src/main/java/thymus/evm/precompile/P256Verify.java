package thymus.evm.precompile;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECPoint;
import thymus.evm.primitive.Word;

/**
 * P256VERIFY (EIP-7951) of hash, r, s, x and y. The output is 1 for a valid signature and empty otherwise; a call never
 * fails.
 */
final class P256Verify implements Precompile {
    private static final int INPUT = 160;

    @Override
    public long gas(byte[] input) {
        return 6900;
    }

    @Override
    public Optional<byte[]> run(byte[] input) {
        return Optional.of(input.length == INPUT && Signature.isValid(input) ? Word.ONE.toBytes32() : NOTHING);
    }

    /**
     * The only class that uses Bouncy Castle. Its jar is signed, and loading the first class from it takes a quarter of
     * a second, which most starts avoid this way.
     */
    private static final class Signature {
        private static final ECDomainParameters CURVE = parameters(CustomNamedCurves.getByName("secp256r1"));
        private static final BigInteger FIELD = CURVE.getCurve().getField().getCharacteristic();

        private static ECDomainParameters parameters(X9ECParameters curve) {
            return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
        }

        static boolean isValid(byte[] input) {
            BigInteger x = number(input, 96);
            BigInteger y = number(input, 128);
            if (x.compareTo(FIELD) >= 0 || y.compareTo(FIELD) >= 0 || (x.signum() == 0 && y.signum() == 0)) {
                return false;
            }
            ECPoint key = CURVE.getCurve().createPoint(x, y);
            if (!key.isValid()) {
                return false;
            }
            ECDSASigner signer = new ECDSASigner();
            signer.init(false, new ECPublicKeyParameters(key, CURVE));
            return signer.verifySignature(Arrays.copyOf(input, 32), number(input, 32), number(input, 64));
        }

        private static BigInteger number(byte[] input, int at) {
            return new BigInteger(1, input, at, 32);
        }
    }
}
