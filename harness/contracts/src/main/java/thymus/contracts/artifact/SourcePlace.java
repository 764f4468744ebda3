package thymus.contracts.artifact;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A position in a source file.
 *
 * @param file as the compiler names it
 * @param position empty if the text is missing or has changed since compilation
 * @param function that contains the position, if the compiler's syntax tree shows it
 */
public record SourcePlace(String file, Optional<Position> position, Optional<String> function) {
    /** Line and column, both from 1; the column counts characters. */
    public record Position(int line, int column) {
        /** @param offset in bytes, at most the length of the text */
        static Position of(byte[] text, int offset) {
            int line = 1;
            int begin = 0;
            for (int i = 0; i < offset; i++) {
                if (text[i] == '\n') {
                    line++;
                    begin = i + 1;
                }
            }
            String before = new String(text, begin, offset - begin, StandardCharsets.UTF_8);
            return new Position(line, 1 + before.codePointCount(0, before.length()));
        }
    }

    /** Renders {@code Vault.sol:120:9}, or the file alone. */
    @Override
    public String toString() {
        return file + position.map(p -> ":" + p.line() + ":" + p.column()).orElse("");
    }
}
