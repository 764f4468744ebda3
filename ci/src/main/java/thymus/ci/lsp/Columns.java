package thymus.ci.lsp;

import java.util.List;

/** Columns as our messages count them, in characters from 1, and as the protocol does, in UTF-16 units from 0. */
final class Columns {
    private Columns() {}

    /** Lines end as the lexer sees them: with a line feed. */
    static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }

    /** @param characters before the column */
    static int utf16(String line, int characters) {
        int whole = line.codePointCount(0, line.length());
        return characters >= whole ? line.length() : line.offsetByCodePoints(0, Math.max(0, characters));
    }
}
