package thymus.evm.precompile;

import java.math.BigInteger;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;

/**
 * The addresses of private keys on secp256k1 (SEC 2, section 2.4.1), in Jacobian coordinates. Every run needs the few
 * addresses of its actors before anything else, and the library that signs takes longer to load than they take here.
 * The time depends on the key, which is no secret.
 */
public final class PrivateKeys {
    /** The order of the group. */
    public static final BigInteger ORDER = number("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141");

    private static final BigInteger FIELD = number("fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f");
    private static final BigInteger BASE_X = number("79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798");
    private static final BigInteger BASE_Y = number("483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8");
    private static final int BYTES = 32;

    private PrivateKeys() {}

    private static BigInteger number(String hex) {
        return new BigInteger(hex, 16);
    }

    /** The point (x / z^2, y / z^3). */
    private record Point(BigInteger x, BigInteger y, BigInteger z) {
        Point doubled() {
            BigInteger a = x.multiply(x).mod(FIELD);
            BigInteger b = y.multiply(y).mod(FIELD);
            BigInteger c = b.multiply(b).mod(FIELD);
            BigInteger sum = x.add(b);
            BigInteger d =
                    sum.multiply(sum).subtract(a).subtract(c).shiftLeft(1).mod(FIELD);
            BigInteger e = a.add(a.shiftLeft(1));
            BigInteger x3 = e.multiply(e).subtract(d.shiftLeft(1)).mod(FIELD);
            BigInteger y3 = e.multiply(d.subtract(x3)).subtract(c.shiftLeft(3)).mod(FIELD);
            return new Point(x3, y3, y.multiply(z).shiftLeft(1).mod(FIELD));
        }

        /** Another point than the base and its inverse, and the base. */
        Point plusBase() {
            BigInteger z2 = z.multiply(z).mod(FIELD);
            BigInteger h = BASE_X.multiply(z2).subtract(x).mod(FIELD);
            BigInteger r =
                    BASE_Y.multiply(z2.multiply(z).mod(FIELD)).subtract(y).mod(FIELD);
            BigInteger h2 = h.multiply(h).mod(FIELD);
            BigInteger h3 = h.multiply(h2).mod(FIELD);
            BigInteger v = x.multiply(h2).mod(FIELD);
            BigInteger x3 = r.multiply(r).subtract(h3).subtract(v.shiftLeft(1)).mod(FIELD);
            BigInteger y3 = r.multiply(v.subtract(x3)).subtract(y.multiply(h3)).mod(FIELD);
            return new Point(x3, y3, z.multiply(h).mod(FIELD));
        }
    }

    /** The address of a private key, which is above 0 and below {@link #ORDER}. */
    public static Address address(BigInteger key) {
        // From the second bit on the point is a multiple of the base by 2 or more, and below the order.
        Point point = new Point(BASE_X, BASE_Y, BigInteger.ONE);
        for (int bit = key.bitLength() - 2; bit >= 0; bit--) {
            point = point.doubled();
            if (key.testBit(bit)) {
                point = point.plusBase();
            }
        }
        BigInteger inverse = point.z().modInverse(FIELD);
        BigInteger squared = inverse.multiply(inverse).mod(FIELD);
        byte[] encoded = new byte[2 * BYTES];
        write(point.x().multiply(squared).mod(FIELD), encoded, 0);
        write(point.y().multiply(squared).multiply(inverse).mod(FIELD), encoded, BYTES);
        return Address.of(Keccak.hash(encoded));
    }

    private static void write(BigInteger number, byte[] into, int at) {
        System.arraycopy(Word.of(number).toBytes32(), 0, into, at, BYTES);
    }
}
