package thymus.contracts.layout;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The constants that code pushes, from which it may compute the names of slots itself.
 *
 * @param texts what is printable
 * @param words of more than 64 bits, which no compiler counts up to, if the code masks the low byte of some word. It
 *     computes the beginning of a namespace (ERC-7201) then, from the hash of the name minus one.
 */
public record CodeConstants(SortedSet<String> texts, SortedSet<BigInteger> words) {
    private static final int MOST = 10_000;
    private static final int PUSH1 = 0x60;
    private static final int PUSH32 = 0x7f;
    private static final int NOT = 0x19;
    private static final int COUNTED_BITS = 64;
    private static final BigInteger LOW_BYTE = BigInteger.valueOf(255);
    private static final BigInteger OTHER_BYTES =
            BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE).subtract(LOW_BYTE);

    public CodeConstants {
        texts = Collections.unmodifiableSortedSet(new TreeSet<>(texts));
        words = Collections.unmodifiableSortedSet(new TreeSet<>(words));
    }

    /** Reads code of a constructor or of a contract. */
    public static CodeConstants of(byte[] code) {
        SortedSet<String> texts = new TreeSet<>();
        SortedSet<BigInteger> words = new TreeSet<>();
        boolean masks = false;
        for (int pc = 0; pc < code.length && texts.size() + words.size() < MOST; pc++) {
            int opcode = code[pc] & 0xff;
            if (opcode < PUSH1 || opcode > PUSH32) {
                continue;
            }
            byte[] pushed = Arrays.copyOfRange(code, pc + 1, pc + 2 + opcode - PUSH1);
            pc += pushed.length;
            BigInteger word = new BigInteger(1, pushed);
            masks |= word.equals(OTHER_BYTES)
                    || (word.equals(LOW_BYTE) && pc + 1 < code.length && (code[pc + 1] & 0xff) == NOT);
            if (word.bitLength() > COUNTED_BITS) {
                words.add(word);
            }
            addText(pushed, texts);
        }
        return new CodeConstants(texts, masks ? words : Collections.emptySortedSet());
    }

    private static void addText(byte[] pushed, Set<String> texts) {
        int length = pushed.length;
        while (length > 0 && pushed[length - 1] == 0) {
            length--;
        }
        for (int i = 0; i < length; i++) {
            if (pushed[i] < ' ' || pushed[i] > '~') {
                return;
            }
        }
        if (length > 0) {
            texts.add(new String(pushed, 0, length, StandardCharsets.US_ASCII));
        }
    }
}
