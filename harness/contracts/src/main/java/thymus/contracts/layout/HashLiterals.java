package thymus.contracts.layout;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeSet;
import thymus.contracts.abi.AbiWord;

/**
 * The words in a contract's code that may be hashes: literals of instructions, and words in the data behind the
 * instructions. An optimizer moves a frequent literal there.
 */
final class HashLiterals {
    private static final int PUSH1 = 0x60;
    private static final int PUSH32 = 0x7f;
    private static final int INVALID = 0xfe;
    /** A hash has fewer bits, or so many equal bytes in a row, once in some billion times. */
    private static final int LEAST_BITS = 224;

    private static final int EQUAL_BYTES = 8;
    /** Metadata is a CBOR map with one to four entries, followed by its length in two bytes. */
    private static final int LEAST_MAP = 0xa1;

    private static final int GREATEST_MAP = 0xa4;

    private HashLiterals() {}

    /** @param known hashes of something else, such as event topics */
    static TreeSet<BigInteger> of(Collection<byte[]> codes, Collection<BigInteger> known) {
        TreeSet<BigInteger> words = new TreeSet<>();
        codes.forEach(code -> collect(code, words));
        words.removeAll(known);
        return words;
    }

    private static void collect(byte[] code, TreeSet<BigInteger> words) {
        int end = code.length - metadata(code);
        int pc = 0;
        for (; pc < end && (code[pc] & 0xff) != INVALID; pc++) {
            int opcode = code[pc] & 0xff;
            if (opcode >= PUSH1 && opcode <= PUSH32) {
                int size = opcode - PUSH1 + 1;
                add(Arrays.copyOfRange(code, pc + 1, pc + 1 + size), words);
                pc += size;
            }
        }
        // Compilers end their instructions with an invalid one. Behind it, nothing marks where a word begins.
        for (int at = pc + 1; at + AbiWord.SIZE <= end; at++) {
            add(Arrays.copyOfRange(code, at, at + AbiWord.SIZE), words);
        }
    }

    private static void add(byte[] bytes, TreeSet<BigInteger> words) {
        if (bytes.length * Byte.SIZE >= LEAST_BITS && !isPlain(bytes)) {
            BigInteger word = new BigInteger(1, bytes);
            if (word.bitLength() >= LEAST_BITS) {
                words.add(word);
            }
        }
    }

    private static boolean isPlain(byte[] bytes) {
        int run = 0;
        for (int i = 1; i < bytes.length; i++) {
            run = bytes[i] == bytes[i - 1] ? run + 1 : 0;
            if (run >= EQUAL_BYTES - 1) {
                return true;
            }
        }
        return false;
    }

    private static int metadata(byte[] code) {
        if (code.length < 2) {
            return 0;
        }
        int length = ((code[code.length - 2] & 0xff) << Byte.SIZE | (code[code.length - 1] & 0xff)) + 2;
        int first = length < code.length ? code[code.length - length] & 0xff : 0;
        return first >= LEAST_MAP && first <= GREATEST_MAP ? length : 0;
    }
}
