package thymus.spec.format;

import java.util.stream.Collectors;

/**
 * A comment as its author wrote it.
 *
 * @param text with its marks, without spaces at the end
 * @param linesBefore how many lines end between what stands before it and the comment
 * @param column at which it begins, from 0
 */
record Comment(String text, int linesBefore, int column) {
    /** Whether it goes to the end of the line. */
    boolean isLine() {
        return text.startsWith("//");
    }

    /** The text where it begins at another column; its later lines move with the first one. */
    String moved(int to) {
        if (isLine() || !text.contains("\n")) {
            return text;
        }
        String first = text.substring(0, text.indexOf('\n')).stripTrailing();
        return text.substring(text.indexOf('\n') + 1)
                .lines()
                .map(line -> moved(line.stripTrailing(), to - column))
                .collect(Collectors.joining("\n", first + "\n", ""));
    }

    private static String moved(String line, int by) {
        if (line.isEmpty() || by >= 0) {
            return line.isEmpty() ? line : " ".repeat(by) + line;
        }
        int spaces = 0;
        while (spaces < -by && spaces < line.length() && line.charAt(spaces) == ' ') {
            spaces++;
        }
        return line.substring(spaces);
    }
}
