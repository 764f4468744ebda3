package thymus.evm.primitive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What {@link Rlp} encodes, read back. Foreign bytes are read strictly: one value has one encoding.
 *
 * @param encoded the whole encoding of this item
 */
public record RlpItem(boolean isList, byte[] content, byte[] encoded) {
    private static final int SHORT = 0x80;
    private static final int LISTS = 0xc0;
    private static final int LONGEST_SHORT = 55;

    /** @throws IllegalArgumentException if the bytes are not one item and nothing else */
    public static RlpItem read(byte[] bytes) {
        RlpItem item = at(bytes, 0);
        if (item.encoded.length != bytes.length) {
            throw wrong("bytes after its end");
        }
        return item;
    }

    /** @throws IllegalArgumentException if this is no list of items */
    public List<RlpItem> items() {
        if (!isList) {
            throw wrong("a string where a list should be");
        }
        List<RlpItem> items = new ArrayList<>();
        for (int at = 0; at < content.length; at += items.getLast().encoded.length) {
            items.add(at(content, at));
        }
        return items;
    }

    /** @throws IllegalArgumentException if this is no string */
    public byte[] bytes() {
        if (isList) {
            throw wrong("a list where a string should be");
        }
        return content.clone();
    }

    /** @throws IllegalArgumentException if this is no number of at most 256 bits */
    public Word number() {
        byte[] digits = bytes();
        if (digits.length > 32 || digits.length > 0 && digits[0] == 0) {
            throw wrong("no number, which has at most 32 bytes and no leading zeros");
        }
        return Word.fromBytes(digits);
    }

    private static RlpItem at(byte[] bytes, int at) {
        int first = bytes.length > at ? bytes[at] & 0xff : fail();
        if (first < SHORT) {
            return item(bytes, at, 0, 1, false);
        }
        boolean list = first >= LISTS;
        int size = first - (list ? LISTS : SHORT);
        if (size <= LONGEST_SHORT) {
            RlpItem item = item(bytes, at, 1, size, list);
            if (!list && size == 1 && item.content[0] >= 0) {
                throw wrong("a longer encoding than needed");
            }
            return item;
        }
        int digits = size - LONGEST_SHORT;
        long length = 0;
        for (int i = 1; i <= digits; i++) {
            if (digits > 4 || at + i >= bytes.length) {
                fail();
            }
            length = length << 8 | bytes[at + i] & 0xff;
        }
        if (length <= LONGEST_SHORT || bytes[at + 1] == 0 || length > bytes.length) {
            fail();
        }
        return item(bytes, at, 1 + digits, (int) length, list);
    }

    private static RlpItem item(byte[] bytes, int at, int head, int size, boolean list) {
        int end = at + head + size;
        if (end > bytes.length) {
            fail();
        }
        return new RlpItem(list, Arrays.copyOfRange(bytes, at + head, end), Arrays.copyOfRange(bytes, at, end));
    }

    private static int fail() {
        throw wrong("a length that its bytes do not have");
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("not an RLP encoding: " + what);
    }
}
