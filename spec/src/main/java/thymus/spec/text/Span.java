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
    /** As somebody reads it who looks at another place: "line 3", with the file where it is another one. */
    public String from(Span other) {
        return "line " + line + (file.equals(other.file()) ? "" : " of " + file);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
