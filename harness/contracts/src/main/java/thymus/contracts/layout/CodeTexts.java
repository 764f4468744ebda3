package thymus.contracts.layout;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The printable constants that code pushes, from which it may compute the names of slots itself. A word that it hashes
 * is not enough: it may as well be the slot of an array.
 */
public final class CodeTexts {
    private static final int MOST = 10_000;
    private static final int PUSH1 = 0x60;
    private static final int PUSH32 = 0x7f;

    private CodeTexts() {}

    /** Reads code of a constructor or of a contract. */
    public static NavigableSet<String> of(byte[] code) {
        NavigableSet<String> texts = new TreeSet<>();
        for (int pc = 0; pc < code.length && texts.size() < MOST; pc++) {
            int opcode = code[pc] & 0xff;
            if (opcode >= PUSH1 && opcode <= PUSH32) {
                byte[] pushed = Arrays.copyOfRange(code, pc + 1, pc + 2 + opcode - PUSH1);
                text(pushed).ifPresent(texts::add);
                pc += pushed.length;
            }
        }
        return texts;
    }

    private static Optional<String> text(byte[] pushed) {
        int length = pushed.length;
        while (length > 0 && pushed[length - 1] == 0) {
            length--;
        }
        for (int i = 0; i < length; i++) {
            if (pushed[i] < ' ' || pushed[i] > '~') {
                return Optional.empty();
            }
        }
        return length > 0 ? Optional.of(new String(pushed, 0, length, StandardCharsets.US_ASCII)) : Optional.empty();
    }
}
