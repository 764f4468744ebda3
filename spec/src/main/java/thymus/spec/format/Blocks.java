package thymus.spec.format;

import java.util.BitSet;
import java.util.List;

/** Which blocks stay on one line: those of at most one statement that their author wrote so. */
final class Blocks {
    private Blocks() {}

    /** The indices of the words of such blocks, from behind the opening brace to the closing one. */
    static BitSet compact(List<Word> words) {
        BitSet compact = new BitSet();
        for (int i = 0; i < words.size(); i++) {
            int end = words.get(i).opens() ? end(words, i) : i;
            if (end > i) {
                compact.set(i + 1, end + 1);
            }
        }
        return compact;
    }

    /** The index of the closing brace; that of the opening one if the block goes over several lines. */
    private static int end(List<Word> words, int opening) {
        int statements = 0;
        for (int i = opening + 1; i < words.size(); i++) {
            Word word = words.get(i);
            statements += word.isFirst() ? 1 : 0;
            boolean isSpread =
                    word.gap().linesAfter() > 0 || !word.gap().comments().isEmpty() || word.opens() || statements > 1;
            if (isSpread) {
                return opening;
            }
            if (word.closes()) {
                return i;
            }
        }
        return opening;
    }
}
