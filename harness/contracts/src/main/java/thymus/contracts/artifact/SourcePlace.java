package thymus.contracts.artifact;

import java.util.Optional;

/**
 * A place in a source file.
 *
 * @param file as the compiler calls it
 * @param position empty where the text is not at hand, or is no longer what was compiled
 * @param function that stands around the place, where the compiler's syntax tree says so
 */
public record SourcePlace(String file, Optional<Position> position, Optional<String> function) {
    /** Both from 1; the column in characters. */
    public record Position(int line, int column) {}

    /** {@code Vault.sol:120:9}, or the file alone. */
    @Override
    public String toString() {
        return file + position.map(p -> ":" + p.line() + ":" + p.column()).orElse("");
    }
}
