package thymus.contracts.artifact;

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
    public record Position(int line, int column) {}

    /** Renders {@code Vault.sol:120:9}, or the file alone. */
    @Override
    public String toString() {
        return file + position.map(p -> ":" + p.line() + ":" + p.column()).orElse("");
    }
}
