package thymus.spec.check;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.bouncycastle.crypto.digests.KeccakDigest;

/** The checksum that the capital letters of an address carry (EIP-55). */
final class AddressChecksum {
    private AddressChecksum() {}

    /**
     * Whether the letters agree with the checksum. Small letters alone, or capital letters alone, carry none.
     *
     * @param digits 40 hexadecimal digits
     */
    static boolean isKept(String digits) {
        String small = digits.toLowerCase(Locale.ROOT);
        return digits.equals(small) || digits.equals(digits.toUpperCase(Locale.ROOT)) || digits.equals(of(small));
    }

    private static String of(String small) {
        byte[] text = small.getBytes(StandardCharsets.US_ASCII);
        KeccakDigest digest = new KeccakDigest(256);
        digest.update(text, 0, text.length);
        byte[] hash = new byte[32];
        digest.doFinal(hash, 0);
        StringBuilder checked = new StringBuilder();
        for (int i = 0; i < small.length(); i++) {
            int half = hash[i / 2] >> (i % 2 == 0 ? 4 : 0) & 15;
            checked.append(half >= 8 ? Character.toUpperCase(small.charAt(i)) : small.charAt(i));
        }
        return checked.toString();
    }
}
