package thymus.evm.primitive;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/** Recursive-length prefix encoding (Yellow Paper, appendix B). Arguments and results are whole encodings. */
public final class Rlp {
    private Rlp() {}

    /** The encoding of a byte string. */
    public static byte[] bytes(byte[] content) {
        return content.length == 1 && content[0] >= 0 ? content.clone() : prefixed(0x80, content);
    }

    /** The encoding of a number without leading zeros; zero is the empty string. */
    public static byte[] number(Word value) {
        byte[] all = value.toBytes32();
        return bytes(Arrays.copyOfRange(all, 32 - (value.bitLength() + 7) / 8, 32));
    }

    /** The encoding of a list of encoded items. */
    public static byte[] list(List<byte[]> items) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        items.forEach(content::writeBytes);
        return prefixed(0xc0, content.toByteArray());
    }

    /** The encoding of a list of encoded items. */
    public static byte[] list(byte[]... items) {
        return list(List.of(items));
    }

    private static byte[] prefixed(int base, byte[] content) {
        int digits = content.length <= 55 ? 0 : (39 - Integer.numberOfLeadingZeros(content.length)) / 8;
        byte[] encoded = new byte[1 + digits + content.length];
        encoded[0] = (byte) (digits == 0 ? base + content.length : base + 55 + digits);
        for (int i = 0; i < digits; i++) {
            encoded[digits - i] = (byte) (content.length >>> (8 * i));
        }
        System.arraycopy(content, 0, encoded, 1 + digits, content.length);
        return encoded;
    }
}
