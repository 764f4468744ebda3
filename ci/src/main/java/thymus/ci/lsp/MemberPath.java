package thymus.ci.lsp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Names with what is selected from them: {@code vault.accounts[alice].shares}.
 *
 * @param parts the first name, then each selection: a name, or {@code []} or {@code ()}
 */
record MemberPath(List<String> parts) {
    static final String INDEX = "[]";
    static final String CALL = "()";

    /** The first name. */
    String root() {
        return parts.getFirst();
    }

    /** What is selected from the first name, in order. */
    List<String> selections() {
        return parts.subList(1, parts.size());
    }

    boolean hasSelections() {
        return parts.size() > 1;
    }

    /** The path whose last part is the word at the index; without parts where none ends there. */
    static MemberPath endingAt(List<SourceWord> words, int index) {
        Deque<String> parts = new ArrayDeque<>();
        int at = index;
        while (at >= 0) {
            SourceWord word = words.get(at);
            if (word.is("]") || word.is(")")) {
                parts.push(word.is("]") ? INDEX : CALL);
                at = opening(words, at) - 1;
                continue;
            }
            if (!word.isName()) {
                return new MemberPath(List.of());
            }
            parts.push(word.text());
            if (at > 0 && words.get(at - 1).is(".")) {
                at -= 2;
            } else {
                return new MemberPath(new ArrayList<>(parts));
            }
        }
        return new MemberPath(List.of());
    }

    /** The index of the bracket that the one at the index closes; -1 if there is none. */
    private static int opening(List<SourceWord> words, int index) {
        int open = 0;
        for (int at = index; at >= 0; at--) {
            String text = words.get(at).text();
            open += text.equals("]") || text.equals(")") ? 1 : text.equals("[") || text.equals("(") ? -1 : 0;
            if (open == 0) {
                return at;
            }
        }
        return -1;
    }
}
