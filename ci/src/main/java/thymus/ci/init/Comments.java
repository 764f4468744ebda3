package thymus.ci.init;

/** Comments of a specification, in lines that are not too long. */
final class Comments {
    private static final int WIDTH = 110;

    private Comments() {}

    /** The text in as many lines as it needs. */
    static String of(String text) {
        StringBuilder out = new StringBuilder();
        StringBuilder line = new StringBuilder("//");
        for (String word : text.split(" ")) {
            if (line.length() + 1 + word.length() > WIDTH && line.length() > 2) {
                out.append(line).append('\n');
                line = new StringBuilder("//");
            }
            line.append(' ').append(word);
        }
        return out.append(line).append('\n').toString();
    }
}
