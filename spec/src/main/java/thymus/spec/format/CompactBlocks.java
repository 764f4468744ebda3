package thymus.spec.format;

import java.util.BitSet;
import java.util.List;

/** Which blocks stay on one line: those of at most one statement that their author wrote so. */
final class CompactBlocks {
    private CompactBlocks() {}

    /** The indices of the tokens of such blocks, from behind the opening brace to the closing one. */
    static BitSet compact(List<SourceToken> tokens) {
        BitSet compact = new BitSet();
        for (int i = 0; i < tokens.size(); i++) {
            int end = tokens.get(i).opens() ? end(tokens, i) : i;
            if (end > i) {
                compact.set(i + 1, end + 1);
            }
        }
        return compact;
    }

    /** The index of the closing brace; that of the opening one if the block goes over several lines. */
    private static int end(List<SourceToken> tokens, int opening) {
        int statements = 0;
        for (int i = opening + 1; i < tokens.size(); i++) {
            SourceToken token = tokens.get(i);
            statements += token.isFirst() ? 1 : 0;
            boolean isSpread = token.gap().linesAfter() > 0
                    || !token.gap().comments().isEmpty()
                    || token.opens()
                    || statements > 1;
            if (isSpread) {
                return opening;
            }
            if (token.closes()) {
                return i;
            }
        }
        return opening;
    }
}
