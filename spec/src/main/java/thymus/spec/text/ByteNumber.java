package thymus.spec.text;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A byte string as a number: 1, and then the bytes. No two byte strings have the same one. */
public final class ByteNumber {
    private static final int LONGEST = 64;

    private ByteNumber() {}

    public static BigInteger of(byte[] bytes) {
        byte[] longer = new byte[bytes.length + 1];
        longer[0] = 1;
        System.arraycopy(bytes, 0, longer, 1, bytes.length);
        return new BigInteger(1, longer);
    }

    /** The inverse of {@link #of}. */
    public static byte[] bytes(BigInteger number) {
        byte[] longer = number.toByteArray();
        byte[] bytes = new byte[longer.length - 1];
        System.arraycopy(longer, 1, bytes, 0, bytes.length);
        return bytes;
    }

    /** Renders the bytes as a text in quotes, or as hexadecimal digits where they are none; long ones are cut. */
    public static String show(BigInteger number) {
        byte[] bytes = bytes(number);
        String shown = print(number);
        return shown.length() <= LONGEST
                ? shown
                : shown.substring(0, LONGEST) + "… (" + NumberText.count(bytes.length, "byte") + ")";
    }

    /** Renders the bytes as a literal of the language. */
    public static String print(BigInteger number) {
        byte[] bytes = bytes(number);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.equals(PrintableText.of(text))) {
                return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
            }
        } catch (CharacterCodingException e) {
            // They are no text: their digits are shown.
            return digits(bytes);
        }
        return digits(bytes);
    }

    private static String digits(byte[] bytes) {
        return "0x" + HexFormat.of().formatHex(bytes);
    }
}
