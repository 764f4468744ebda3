package thymus.ci.lsp;

import java.util.List;
import thymus.spec.SpecificationError;
import thymus.spec.text.Span;

/**
 * What is wrong with a text, and where in it.
 *
 * @param line from 0
 * @param column from 0, in UTF-16 units
 * @param end behind the last character, on the same line
 */
record Problem(int line, int column, int end, String message) {
    /** About the text as a whole. */
    static Problem whole(String message) {
        return new Problem(0, 0, 0, message);
    }

    /**
     * The message of a check, without the place and the line of the text, which an editor shows itself.
     *
     * @param file as the error names the text; what is wrong in another one, which it imports, stands at the top
     */
    static Problem of(SpecificationError error, String file, String text) {
        Span span = error.span();
        if (!span.file().equals(file)) {
            return whole(error.getMessage());
        }
        List<String> lines = Columns.lines(text);
        String line = span.line() <= lines.size() ? lines.get(span.line() - 1) : "";
        int column = Columns.utf16(line, span.column() - 1);
        int end = Columns.utf16(line, span.column() - 1 + span.length());
        return new Problem(span.line() - 1, column, Math.max(column, end), message(error));
    }

    private static String message(SpecificationError error) {
        String message = error.getMessage();
        String place = error.span() + ": ";
        String rest = message.startsWith(place) ? message.substring(place.length()) : message;
        StringBuilder out = new StringBuilder();
        rest.lines()
                .filter(line -> !line.startsWith("    "))
                .forEach(line -> out.append(line.strip()).append('\n'));
        return out.toString().strip();
    }
}
