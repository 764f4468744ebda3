package thymus.contracts.artifact;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The CBOR metadata that solc and vyper append to a contract's code: a map, followed by its length in two bytes. It
 * states the compiler, and has a hash over comments and paths.
 */
final class CodeTrailer {
    private static final int LENGTH_BYTES = 2;
    private static final int MOST_ENTRIES = 23;
    private static final int UNSIGNED = 0;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;
    private static final int SIMPLE = 7;

    private final byte[] code;
    private int at;

    private CodeTrailer(byte[] code, int start) {
        this.code = code;
        this.at = start;
    }

    /** The offset at which the metadata begins; the length of the code if there is none. */
    static int start(byte[] code) {
        if (code.length < LENGTH_BYTES) {
            return code.length;
        }
        int length = (code[code.length - 2] & 0xff) << 8 | (code[code.length - 1] & 0xff);
        int start = code.length - LENGTH_BYTES - length;
        boolean map = start >= 0 && length > 0 && (code[start] & 0xe0) >> 5 == MAP;
        return map ? start : code.length;
    }

    /** The compiler's version, such as {@code 0.8.30} for solc or {@code vyper 0.3.7}; empty if it is not stated. */
    static Optional<String> compiler(byte[] code) {
        int start = start(code);
        try {
            return start == code.length ? Optional.empty() : new CodeTrailer(code, start).find();
        } catch (IndexOutOfBoundsException cut) {
            return Optional.empty();
        }
    }

    private Optional<String> find() {
        int entries = count(MAP);
        for (int i = 0; i < entries; i++) {
            String key = value();
            String said = value();
            switch (key) {
                case "solc" -> {
                    return Optional.of(said);
                }
                case "vyper" -> {
                    return Optional.of("vyper " + said);
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    /** A text as it is, or a version, which is bytes or an array of small numbers, joined by dots. */
    private String value() {
        int kind = (code[at] & 0xe0) >> 5;
        return switch (kind) {
            case UNSIGNED, SIMPLE -> String.valueOf(count(kind));
            case TEXT -> new String(take(count(kind)), StandardCharsets.UTF_8);
            case BYTES -> dotted(take(count(kind)));
            case ARRAY -> dotted(take(count(kind)));
            default -> throw new IndexOutOfBoundsException("nothing that a compiler writes");
        };
    }

    /** The count of an item, from its first byte or the byte behind it. */
    private int count(int kind) {
        if ((code[at] & 0xe0) >> 5 != kind) {
            throw new IndexOutOfBoundsException("another kind of item");
        }
        int small = code[at++] & 0x1f;
        if (small <= MOST_ENTRIES) {
            return small;
        }
        if (small == MOST_ENTRIES + 1) {
            return code[at++] & 0xff;
        }
        throw new IndexOutOfBoundsException("longer than anything that a compiler writes");
    }

    private byte[] take(int length) {
        if (at + length > code.length) {
            throw new IndexOutOfBoundsException("cut off");
        }
        at += length;
        return Arrays.copyOfRange(code, at - length, at);
    }

    private static String dotted(byte[] numbers) {
        StringBuilder text = new StringBuilder();
        for (byte number : numbers) {
            text.append(text.isEmpty() ? "" : ".").append(number & 0xff);
        }
        return text.toString();
    }
}
