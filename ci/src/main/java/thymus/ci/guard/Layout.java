package thymus.ci.guard;

import java.util.stream.Collectors;

/** Breaks lines that are too long. White space means nothing to Solidity, and texts have none in what is generated. */
final class Layout {
    private static final int WIDTH = 118;

    private Layout() {}

    static String fold(String source) {
        return source.lines().map(Layout::folded).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String folded(String line) {
        if (line.length() <= WIDTH) {
            return line;
        }
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        String body = line.strip();
        String mark = body.startsWith("///") ? "///" : body.startsWith("//") ? "//" : "";
        String text = body.substring(mark.length());
        String inner = text.substring(0, text.length() - text.stripLeading().length());
        String next = indent + (mark.isEmpty() ? "    " : mark + inner + (inner.length() > 1 ? "    " : ""));
        int revert = line.lastIndexOf(" revert ", WIDTH);
        int cut = revert > next.length() ? revert : line.lastIndexOf(' ', WIDTH);
        if (cut <= next.length()) {
            return line;
        }
        return line.substring(0, cut) + "\n" + folded(next + line.substring(cut + 1));
    }
}
