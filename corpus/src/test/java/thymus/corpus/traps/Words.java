package thymus.corpus.traps;

import java.math.BigInteger;

/** Words as calldata and hashes have them. */
final class Words {
    private Words() {}

    static byte[] bytes(BigInteger... words) {
        byte[] bytes = new byte[32 * words.length];
        for (int i = 0; i < words.length; i++) {
            byte[] plain = words[i].toByteArray();
            int length = Math.min(32, plain.length);
            System.arraycopy(plain, plain.length - length, bytes, 32 * i + 32 - length, length);
        }
        return bytes;
    }
}
