package thymus.fork.state;

import java.util.Arrays;
import java.util.List;
import org.web3j.rlp.RlpDecoder;
import org.web3j.rlp.RlpEncoder;
import org.web3j.rlp.RlpList;
import org.web3j.rlp.RlpString;
import org.web3j.rlp.RlpType;
import thymus.evm.primitive.Word;

/**
 * Reads foreign RLP with web3j, strictly: one value has one encoding. web3j's own decoder accepts encodings that are
 * longer than needed, and recurses into nested lists.
 */
final class StrictRlp {
    /** The longest node in bytes. A node has at most 17 items of at most 33 bytes, or a path and an account. */
    private static final int LONGEST = 2048;

    private StrictRlp() {}

    /** @throws IllegalArgumentException if the bytes are not exactly one item, or too long */
    static RlpType read(byte[] bytes) {
        if (bytes.length > LONGEST) {
            throw wrong("more bytes than any tree node has");
        }
        List<RlpType> items;
        try {
            items = RlpDecoder.decode(bytes).getValues();
        } catch (RuntimeException e) {
            throw wrong("a length that its bytes do not have");
        }
        if (items.size() != 1) {
            throw wrong(items.isEmpty() ? "nothing" : "bytes after its end");
        }
        if (!Arrays.equals(RlpEncoder.encode(items.getFirst()), bytes)) {
            throw wrong("a longer encoding than needed");
        }
        return items.getFirst();
    }

    /** @throws IllegalArgumentException if it is not a list */
    static List<RlpType> items(RlpType item) {
        if (item instanceof RlpList list) {
            return list.getValues();
        }
        throw wrong("a string where a list should be");
    }

    /** @throws IllegalArgumentException if it is not a string */
    static byte[] bytes(RlpType item) {
        if (item instanceof RlpString string) {
            return string.getBytes();
        }
        throw wrong("a list where a string should be");
    }

    /** @throws IllegalArgumentException if it is not a number of at most 256 bits */
    static Word number(RlpType item) {
        byte[] digits = bytes(item);
        if (digits.length > 32 || (digits.length > 0 && digits[0] == 0)) {
            throw wrong("no number, which has at most 32 bytes and no leading zeros");
        }
        return Word.fromBytes(digits);
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("not an RLP encoding: " + what);
    }
}
