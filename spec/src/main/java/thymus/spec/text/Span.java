package thymus.spec.text;

/**
 * A position in a specification file.
 *
 * @param file the path as the user gave it
 * @param line from 1
 * @param column from 1
 * @param length in characters, at least 1
 */
public record Span(String file, int line, int column, int length) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
