package thymus.spec.text;

import java.util.Locale;
import java.util.stream.Collectors;

/** Makes text from contracts, files and chains safe to print, because its author may be hostile. */
public final class PrintableText {
    private PrintableText() {}

    /**
     * The text on one line, without characters that move a terminal's cursor, break the line, or change its direction.
     */
    public static String of(String foreign) {
        return foreign.codePoints()
                .mapToObj(c -> isPrintable(c) ? Character.toString(c) : String.format(Locale.ROOT, "\\u{%x}", c))
                .collect(Collectors.joining());
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
