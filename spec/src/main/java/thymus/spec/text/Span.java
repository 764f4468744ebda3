package thymus.spec.text;

/**
 * A place in a specification file.
 *
 * @param file as the user named it
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
