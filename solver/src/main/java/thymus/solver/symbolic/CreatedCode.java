package thymus.solver.symbolic;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import thymus.solver.term.IntTerm;

/**
 * What a constructor returns: known bytes, and words whose values are terms.
 *
 * @param bytes the known bytes, with zeros in place of the others
 * @param openWords the offsets of the words that are no numbers
 * @param isWhole whether every byte is one or the other; otherwise the code is not known
 */
public record CreatedCode(byte[] bytes, Map<Integer, IntTerm> openWords, boolean isWhole) {
    public CreatedCode {
        openWords = Map.copyOf(openWords);
    }

    static CreatedCode of(ByteRun run) {
        byte[] bytes = new byte[run.size()];
        Map<Integer, IntTerm> open = new HashMap<>();
        boolean whole = true;
        int at = 0;
        while (at < bytes.length) {
            Optional<Byte> known = run.byteAt(at);
            if (known.isPresent()) {
                bytes[at++] = known.get();
            } else {
                Optional<IntTerm> word = run.wordAt(at);
                if (word.isPresent()) {
                    open.put(at, word.get());
                }
                whole &= word.isPresent();
                at += word.isPresent() ? 32 : 1;
            }
        }
        return new CreatedCode(bytes, open, whole);
    }
}
